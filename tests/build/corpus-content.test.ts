import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { tryContent } from '../../src/articles/read-content.ts';
import { parseCheckedBody } from '../../src/articles/parse-body.ts';
import { textOf } from '../../src/articles/tree.ts';
import { corpusContent, readCorpus, writeContent, type CorpusEntry } from '../bench/corpus-content.ts';
import { markdownToMdx } from '../bench/markdown-to-mdx.ts';

test('braces and angle brackets are escaped where they are text', () => {
  assert.equal(markdownToMdx('Press {key} if 1<2.', keepsAll), 'Press \\{key\\} if 1\\<2.');
});

test('braces and angle brackets stay as they are in code', () => {
  const body = 'Type `{a<b}`.\n\n```\n{ <b> }\nimport x\n```\n\n~~~\n{\n~~~';

  assert.equal(markdownToMdx(body, keepsAll), body);
});

test('what is escaped already is not escaped again', () => {
  assert.equal(markdownToMdx('\\{a\\} \\<b> \\\\{c', keepsAll), '\\{a\\} \\<b> \\\\\\{c');
});

test('a block that begins with the word import or export stays text', () => {
  const mdx = markdownToMdx('import the file.\n\nexport{it}\n\nimports and\nimport are words.', keepsAll);

  assert.equal(mdx, '&#105;mport the file.\n\n&#101;xport\\{it\\}\n\nimports and\nimport are words.');
  assert.equal(readAsArticle(mdx), 'import the file. export{it} imports and import are words.');
});

test('HTML is shown as it was typed, and Markdown within it still counts', () => {
  const mdx = markdownToMdx('<name> **bold**\n\n<div>\n<b>x</b>\n</div>', keepsAll);

  assert.equal(mdx, '\\<name> **bold**\n\n\\<div>\n\\<b>x\\</b>\n\\</div>');
  assert.equal(readAsArticle(mdx), '<name> bold <div> <b>x</b> </div>');
});

test('comments are left out', () => {
  assert.equal(
    markdownToMdx('Before <!-- {not} shown --> after\n\n<!-- nor\n\nthis -->\n\nEnd', keepsAll).replace(/\s+/g, ' '),
    'Before after End',
  );
});

test('addresses in angle brackets and bare ones become links that read the same', () => {
  const mdx = markdownToMdx('See <https://a.example/{x}>, https://b.example/y</b> or <me@c.example>.', keepsAll);

  assert.equal(
    mdx,
    'See [https://a.example/\\{x\\}](https://a.example/%7bx%7d), ' +
      '[https://b.example/y](https://b.example/y)\\</b> or [me@c.example](mailto:me@c.example).',
  );
});

test('a link that leads nowhere, and a picture, are shown as they were typed', () => {
  const mdx = markdownToMdx('[here](/gone) ![a {b}](c.png) [there][1]\n\n[1]: /gone', (address) => address !== '/gone');

  assert.equal(readAsArticle(mdx), '[here](/gone) ![a {b}](c.png) [there][1] [1]: /gone');
});

test('headings of the first level step down, those without text go', () => {
  assert.equal(
    markdownToMdx('# One\n\nTwo\n===\n\n## Three\n\n##\n', keepsAll).trim(),
    '## One\n\nTwo\n---\n\n## Three',
  );
});

test('code by indentation gets a fence, in a list too', () => {
  const mdx = markdownToMdx('Type:\n\n    a {\n      ```\n\n- so:\n\n      b <c>\n', keepsAll);

  assert.equal(mdx, 'Type:\n\n````\na {\n  ```\n````\n\n- so:\n\n  ```\n  b <c>\n  ```\n');
});

test('an empty list item takes the paragraph behind it, or goes', () => {
  assert.equal(markdownToMdx('-\nFirst.\n\nText\n\n1. a\n2.\n', keepsAll), '- First.\n\nText\n\n1. a\n\n');
});

test('ids become slugs that are unique, products and topics', () => {
  const { files, slugs, pages } = corpusContent([
    entry({ id: 'Office-5/text/Writer/a_b' }),
    entry({ id: 'office-5/text/writer/A.B' }),
    entry({ id: 'desk/printing' }),
  ]);

  assert.deepEqual(
    [...slugs],
    [
      ['Office-5/text/Writer/a_b', 'office-5-text-writer-a-b'],
      ['office-5/text/writer/A.B', 'office-5-text-writer-a-b-2'],
      ['desk/printing', 'desk-printing'],
    ],
  );
  assert.deepEqual(
    pages.map(({ address }) => address),
    ['/articles/office-5-text-writer-a-b/', '/articles/office-5-text-writer-a-b-2/', '/articles/desk-printing/'],
  );
  const first = files.get('articles/office-5/office-5-text-writer-a-b.mdx') ?? '';
  assert.match(first, /^product: office-5\ntopic: text-writer$/m);
  assert.match(files.get('articles/desk/desk-printing.mdx') ?? '', /^topic: desk$/m);
});

test('the summary is the first sentence of the first paragraph, and long titles are cut between words', () => {
  const { files, pages } = corpusContent([
    entry({ title: 'word '.repeat(40), body_markdown: '## Head\n\nOne **bold** thing. Another.' }),
  ]);

  assert.match([...files.values()][0] ?? '', /^summary: One bold thing\.$/m);
  assert.equal(pages[0]?.title, `${'word '.repeat(23).trim()}…`);
});

test('what was written is content without a mistake, and links between its articles stay', async () => {
  await using folder = await temporaryFolder();
  const corpus = join(folder.path, 'corpus.jsonl.gz');
  const entries = [
    entry({
      id: 'a/one',
      title: 'One: "{1}"',
      body_markdown: 'Go to [two](/articles/a-two/) or [no](/articles/a-no/).',
    }),
    entry({ id: 'a/two', title: '', body_markdown: '---\n\nexport <that>\n\n- {x}\n-\n' }),
  ];
  await writeFile(corpus, gzipSync(entries.map((line) => JSON.stringify(line)).join('\n')));

  await writeContent(corpusContent(await readCorpus(corpus)), join(folder.path, 'content'));

  const { content, mistakes } = await tryContent(join(folder.path, 'content'));
  assert.deepEqual(mistakes, []);
  assert.deepEqual(
    content?.editions.map((edition) => [edition.frontmatter.title, textOf(parseCheckedBody(edition)).trim()]),
    [
      ['One: "{1}"', 'Go to two or [no](/articles/a-no/).'],
      ['two', 'export <that>\n\n{x}'],
    ],
  );
});

function keepsAll(): boolean {
  return true;
}

function readAsArticle(mdx: string): string {
  return textOf(parseCheckedBody({ file: 'made-up.mdx', source: mdx }))
    .replace(/\s+/g, ' ')
    .trim();
}

function entry(fields: Partial<CorpusEntry>): CorpusEntry {
  return { id: 'a/b', title: 'A title', body_markdown: 'Some text.', ...fields };
}

async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'handrail-corpus-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
