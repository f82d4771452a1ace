import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articlePages } from '../../../src/articles/article-pages.ts';
import { productOf } from '../../../src/articles/content.ts';
import { incidentsOf, incidentsTouching, openIncidents, touchesProduct } from '../../../src/articles/incidents.ts';
import { readContent } from '../../../src/articles/read-content.ts';
import { article, writeContent, type ContentFiles } from '../../fixtures/site.ts';

const RESOLVED = { resolved: '2026-11-20T12:00Z', why: 'So.', changed: 'That.' };

const touched: [affects: string, addresses: string[]][] = [
  ['{ products: [sync] }', ['/articles/restore-a-file/', '/articles/restore-a-file/4.2/', '/articles/share-a-folder/']],
  ['{ products: [other] }', []],
  ['{ articles: [restore-a-file] }', ['/articles/restore-a-file/', '/articles/restore-a-file/4.2/']],
  ['{ articles: [restore-a-file], versions: "<5" }', ['/articles/restore-a-file/4.2/']],
  ['{ articles: [restore-a-file], products: [other], versions: ">=5" }', ['/articles/restore-a-file/']],
  ['{ versions: ">=5" }', ['/articles/restore-a-file/', '/articles/share-a-folder/']],
];

for (const [affects, addresses] of touched) {
  test(`an open incident with ${affects} touches ${addresses.length} pages`, async () => {
    assert.deepEqual(await touchedBy({ affects }), addresses);
  });
}

test('an incident that is resolved, or a draft, touches nothing any more, or yet', async () => {
  assert.deepEqual(await touchedBy({ affects: '{ products: [sync] }', ...RESOLVED }), []);
  assert.deepEqual(await touchedBy({ affects: '{ products: [sync] }', draft: 'true' }), []);
});

test('open incidents come first, and the latest of each kind before the others', async () => {
  const content = await read({
    'articles/a.mdx': incident({ opened: '2026-11-01T08:00Z' }),
    'articles/b.mdx': incident({ opened: '2026-11-02T08:00Z' }),
    'articles/c.mdx': incident({ opened: '2026-11-20T08:00Z', ...RESOLVED }),
    'articles/d.mdx': incident({ opened: '2026-11-20T08:30+01:00', ...RESOLVED }),
  });

  const slugs = incidentsOf(content).map(({ slug }) => slug);

  assert.deepEqual(slugs, ['b', 'a', 'c', 'd']);
});

test('an incident about one article is no news about its whole product', async () => {
  const ofArticle = await read({ 'articles/late.mdx': incident({ affects: '{ articles: [restore-a-file] }' }) });
  const ofVersions = await read({ 'articles/late.mdx': incident({ affects: '{ versions: ">=5" }' }) });

  const news = [ofArticle, ofVersions].map((content) => {
    const [sync] = content.products.filter(({ id }) => id === 'sync');
    return sync !== undefined && openIncidents(content).some((open) => touchesProduct(open, sync));
  });

  assert.deepEqual(news, [false, true]);
});

async function touchedBy(fields: Record<string, string>): Promise<string[]> {
  const content = await read({ 'articles/late.mdx': incident(fields) });
  const open = openIncidents(content);
  return content.editions.flatMap((edition) => {
    const product = productOf(content, edition);
    const { pages } = articlePages([edition], product);
    return pages
      .filter((page) => incidentsTouching(open, edition, page.serves, product).length > 0)
      .map(({ address }) => address);
  });
}

function incident(fields: Record<string, string>): string {
  return article({ type: 'incident', opened: '2026-11-20T08:15Z', affects: '{ products: [sync] }', ...fields });
}

async function read(files: ContentFiles) {
  await using content = await writeContent({
    'articles/restore-a-file.mdx': article(
      {},
      '<For versions=">=5">Choose **History**.</For>\n\n<For versions="<5">Choose **More**.</For>\n',
    ),
    'products/other.yaml':
      'title: Other\nsummary: Another.\naudiences: [home]\nversions:\n  - { id: "5", label: "Other 5", released: 2026-03-10 }\n',
    ...files,
  });
  return await readContent(content.folder);
}
