import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { ContentSummary } from '../../src/articles/content-summary.ts';
import { copySite } from '../bench/site-copy.ts';
import { article, writeContent } from '../fixtures/site.ts';

const SITE_URL = 'https://help.northlight.example';
const VERSIONS = ['5', '4.2', '3'];
const AUDIENCES = ['home', 'office', 'admin'];

type Reader = { version: string; audience: string };

// Each word stands in one place of the text, and says who may come across it.
const MARKS: Readonly<Record<string, (reader: Reader) => boolean>> = {
  stepfornew: ({ version }) => version === '5',
  wordforold: ({ version }) => version !== '5',
  headingforadmin: ({ audience }) => audience === 'admin',
  nestedforadminofold: ({ version, audience }) => audience === 'admin' && version !== '5',
  rowforothers: ({ audience }) => audience !== 'admin',
  optionforoldest: ({ version }) => version === '3',
  answerforoldest: ({ version }) => version === '3',
  asideforadmin: ({ audience }) => audience === 'admin',
  pictureforadmin: ({ audience }) => audience === 'admin',
  noteforwriters: () => false,
};

const RESTORE = `<Short>

Open **Files**.

</Short>

## Get it back

<Steps>

1. Open **Files**.

<For versions=">=5">

2. Choose stepfornew.

</For>

3. Choose <For versions="<5">wordforold</For><For versions=">=5">**History**</For>.

</Steps>

<For audiences="admin">

## Headingforadmin

Policies hide this menu.<For not=">=5"> Nestedforadminofold.</For>

<Note>Asideforadmin.</Note>

![pictureforadmin](./menu.svg)

</For>

## Where it is kept

| Where | How long |
| --- | --- |
| Here | 30 days |
| <For not="admin">rowforothers</For> | <For not="admin">90 days</For> |

<Choice question="Do you see it?">

<Option answer="Yes">Done.</Option>

<For versions="3">

<Option answer="optionforoldest">Answerforoldest.</Option>

</For>

<Option answer="No">Wait.</Option>

</Choice>

{/* noteforwriters */}
`;

const FILES = {
  'articles/menu.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 5h10" /></svg>\n',
  'articles/restore-a-file.mdx': article({ related: '[move-in]', redirectFrom: '[/kb/1142-restore]' }, RESTORE),
  'articles/share-a-folder.mdx': article({ title: 'Share a folder' }, 'See [it](/articles/restore-a-file/).\n'),
  'articles/move-in@5.mdx': article({ title: 'Move in', versions: '">=5"' }, 'Choose **Move**.\n'),
  'articles/move-in@4.mdx': article({ title: 'Move in', versions: '"4.2"' }, 'Choose **Copy**.\n'),
  'articles/move-in@3.mdx': article(
    { title: 'Move in', versions: '"3"', redirectFrom: '[/kb/3-copy]' },
    'Choose\n**Copy**.\n',
  ),
};

/** Pages by article, each with all who may read it; worked out by hand from the texts above. */
const PAGES: Readonly<Record<string, (reader: Reader) => string>> = {
  'restore-a-file': ({ version, audience }) => `${version} ${audience === 'admin'}`,
  'share-a-folder': () => '',
  'move-in': ({ version }) => String(version === '5'),
};

describe('a built site', { timeout: 300_000 }, () => {
  let root = '';
  let pages = new Map<string, string>();
  let summary: ContentSummary;

  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'handrail-build-'));
    await using content = await writeContent(FILES);
    await copySite('.', root);
    const env = { ...process.env, CONTENT_DIR: content.folder, SITE_URL, PUBLIC_API_URL: '' };
    await promisify(execFile)(process.execPath, ['src/cli/build.ts'], { cwd: root, env });
    pages = await readPages(join(root, 'dist/client/articles'));
    summary = JSON.parse(await readFile(join(root, 'dist/content-summary.json'), 'utf8')) as ContentSummary;
  });
  after(() => rm(root, { recursive: true, force: true }));

  for (const [slug, outputFor] of Object.entries(PAGES)) {
    test(`has one page for each distinct output of ${slug}, and no other`, () => {
      const outputs = new Set(readers().map(outputFor));

      const written = [...pages.keys()].filter((address) => address.startsWith(`/articles/${slug}/`));
      assert.equal(written.length, outputs.size, written.join(' '));
    });
  }

  test('answers at every address, with a page or with where it leads', () => {
    const unanswered = Object.keys(PAGES)
      .flatMap((slug) => readers().flatMap((reader) => addressesFor(slug, reader)))
      .filter((address) => pages.has(address) === address in summary.redirects);

    assert.deepEqual(unanswered, []);
  });

  test('leads on to pages that exist, never to an address that leads on', () => {
    const targets = [...Object.values(summary.redirects), ...Object.values(summary.former)];

    assert.ok(targets.length > 20);
    assert.deepEqual(
      targets.filter((target) => !pages.has(target)),
      [],
    );
  });

  test('leads from an earlier address of a folded edition to the page of its readers', () => {
    assert.equal(summary.former['/kb/1142-restore/'], '/articles/restore-a-file/');
    assert.equal(summary.former['/kb/3-copy/'], '/articles/move-in/4.2/');
  });

  test('names each page itself as the one to keep', () => {
    for (const [address, html] of pages) {
      const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
      assert.equal(canonical, SITE_URL + address);
    }
  });

  test('shows each reader what is for them', () => {
    for (const { address, html, reader } of pagesOfReaders()) {
      for (const mark of marks((isFor) => isFor(reader))) assert.match(html, new RegExp(mark, 'i'), address);
    }
  });

  test('holds nothing on a page that is hidden from its readers, but for what a newer version changes', () => {
    for (const { address, html, reader } of pagesOfReaders()) {
      const own = html.replaceAll(/<details[^>]*>\s*<summary[^>]*>What changes in[\s\S]*?<\/details>/g, '');
      for (const mark of marks((isFor) => !isFor(reader))) assert.doesNotMatch(own, new RegExp(mark, 'i'), address);
    }
  });

  test('holds nothing of an article on any other page', async () => {
    const others = await readPages(join(root, 'dist/client'));
    for (const [address, html] of others) {
      if (address.startsWith('/articles/')) continue;
      for (const mark of marks(() => true)) assert.doesNotMatch(html, new RegExp(mark, 'i'), address);
    }
  });

  test('finds a page by what its readers read, and by nothing that is hidden from them', async () => {
    const found = await readIndex(join(root, 'dist/client/pagefind/fragment'));

    assert.deepEqual([...found.keys()].sort(), [...pages.keys()].sort());
    for (const { address, reader } of pagesOfReaders()) {
      const fragment = found.get(address) ?? '';
      for (const mark of marks((isFor) => !isFor(reader))) {
        assert.doesNotMatch(fragment, new RegExp(mark, 'i'), address);
      }
      for (const mark of marks((isFor) => isFor(reader))) {
        assert.match(fragment, new RegExp(mark, 'i'), address);
      }
    }
  });

  test('brings every island with its runtime and its code', async () => {
    const all = await readPages(join(root, 'dist/client'));
    const withIslands = [...all].filter(([, html]) => html.includes('<astro-island'));

    assert.ok(withIslands.length >= pages.size);
    for (const [address, html] of withIslands) {
      const files = [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map(([, file = '']) => file);
      const texts = files.map((file) => readFile(join(root, 'dist/client', file), 'utf8'));
      const scripts = (await Promise.all(texts)).join('\n');
      assert.match(scripts, /customElements\.define\("astro-island"/, address);
      for (const [, directive = ''] of html.matchAll(/<astro-island[^>]* client="([^"]+)"/g)) {
        assert.match(scripts, new RegExp(`astro:${directive}\\b`), address);
      }
      for (const [, file = ''] of html.matchAll(/<astro-island[^>]* (?:component|renderer)-url="([^"]+)"/g)) {
        assert.ok(existsSync(join(root, 'dist/client', file)), file);
      }
    }
  });

  function pagesOfReaders(): { address: string; html: string; reader: Reader }[] {
    return readers().map((reader) => {
      const [address = ''] = addressesFor('restore-a-file', reader).flatMap((one) => summary.redirects[one] ?? one);
      return { address, html: pages.get(address) ?? '', reader };
    });
  }
});

function readers(): Reader[] {
  return VERSIONS.flatMap((version) => AUDIENCES.map((audience) => ({ version, audience })));
}

function marks(isAmong: (isFor: (reader: Reader) => boolean) => boolean): string[] {
  return Object.keys(MARKS).filter((mark) => isAmong(MARKS[mark] ?? (() => false)));
}

/** The full address of a reader first, then the shorter ones that mean them or somebody else. */
function addressesFor(slug: string, { version, audience }: Reader): string[] {
  const parts = [`${version}/for-${audience}/`, `${version}/`, `for-${audience}/`, ''];
  return parts.map((part) => `/articles/${slug}/${part}`);
}

/** HTML by address, as a server finds it below `folder` of dist/client. */
async function readPages(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('index.html'));
  const below = folder.split('dist/client')[1] ?? '';
  const read = names.map(async (name): Promise<[string, string]> => [
    `${below}/${name.replace(/index\.html$/, '')}`,
    await readFile(join(folder, name), 'utf8'),
  ]);
  return new Map(await Promise.all(read));
}

/** What the search index holds of each page, by its address. */
async function readIndex(folder: string): Promise<Map<string, string>> {
  const read = (await readdir(folder)).map(async (name): Promise<[string, string]> => {
    const text = gunzipSync(await readFile(join(folder, name))).toString();
    const fragment = text.slice(text.indexOf('{'));
    return [(JSON.parse(fragment) as { url: string }).url, fragment];
  });
  return new Map(await Promise.all(read));
}
