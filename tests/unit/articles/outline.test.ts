import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readingMinutes, sectionsOf, withAnchors } from '../../../src/articles/outline.ts';
import { prune } from '../../../src/articles/prune.ts';
import { syncProduct, treeOf } from '../../fixtures/editions.ts';

const product = syncProduct();
const pruned = (body: string, version = '5') => prune(treeOf(body), product, { version, audience: 'home' });

test('headings have their depth, their text and an anchor made from it', () => {
  const { headings } = withAnchors(pruned('## Find a **file**\n\nOpen it.\n\n### On `C:`'));

  assert.deepEqual(headings, [
    { depth: 2, id: 'find-a-file', text: 'Find a file' },
    { depth: 3, id: 'on-c', text: 'On C:' },
  ]);
});

test('each heading of the tree carries its anchor, also inside of tags', () => {
  const { tree } = withAnchors(pruned('## Files\n\n<Note>\n\n### More\n\n</Note>'));

  assert.match(
    JSON.stringify(tree),
    /"tagName":"h2","properties":\{"id":"files"\}.*"tagName":"h3","properties":\{"id":"more"\}/,
  );
});

test('two headings of the same text have different anchors', () => {
  const { headings } = withAnchors(pruned('## Files\n\nOne.\n\n## Files\n\nTwo.'));

  assert.deepEqual(
    headings.map(({ id }) => id),
    ['files', 'files-1'],
  );
});

test('the number of a heading that stands there again is not the anchor of another', () => {
  const { headings } = withAnchors(pruned('## Files\n\nOne.\n\n## Files\n\nTwo.\n\n## Files 1\n\nThree.'));

  assert.deepEqual(
    headings.map(({ id }) => id),
    ['files', 'files-2', 'files-1'],
  );
});

test('white space that hidden words leave behind is no part of a heading', () => {
  const [newest, oldest] = ['5', '3'].map(
    (version) => withAnchors(pruned('## Open <For versions="3">old</For> files', version)).headings,
  );

  assert.deepEqual(newest, [{ depth: 2, id: 'open-files', text: 'Open files' }]);
  assert.deepEqual(oldest, [{ depth: 2, id: 'open-old-files', text: 'Open old files' }]);
});

test('a heading without letters has an anchor all the same', () => {
  const { headings } = withAnchors(pruned('## ?\n\nOne.\n\n## !\n\nTwo.'));

  assert.deepEqual(
    headings.map(({ id }) => id),
    ['part', 'part-1'],
  );
});

describe('what a variant hides', () => {
  const body =
    '## Open it\n\n<For versions="5">\n\n## New\n\nNew text.\n\n</For>\n\n## Close <For versions="3">old</For>it\n\nText.';

  test('is in none of its headings', () => {
    const { headings } = withAnchors(pruned(body, '4.2'));

    assert.deepEqual(
      headings.map(({ text }) => text),
      ['Open it', 'Close it'],
    );
  });

  test('is in none of its sections', () => {
    const sections = sectionsOf(withAnchors(pruned(body, '4.2')).tree);

    assert.doesNotMatch(JSON.stringify(sections), /new|old/i);
  });

  test('leaves the anchors of the others as they are', () => {
    const [newest, older] = ['5', '4.2'].map((version) => withAnchors(pruned(body, version)).headings);

    const anchorOf = (text: string) => (heading: { id: string; text: string }) => heading.text === text;
    for (const text of ['Open it', 'Close it']) {
      assert.equal(older?.find(anchorOf(text))?.id, newest?.find(anchorOf(text))?.id);
    }
  });

  test('does not keep the same heading of two versions from having one anchor', () => {
    const twice =
      '<For versions="5">\n\n## Restore\n\nNew.\n\n</For>\n\n<For versions="<5">\n\n## Restore\n\nOld.\n\n</For>';

    const anchors = ['5', '3'].map((version) => withAnchors(pruned(twice, version)).headings.map(({ id }) => id));

    assert.deepEqual(anchors, [['restore'], ['restore']]);
  });
});

test('text belongs to the heading above it, and the first text to none', () => {
  const { tree } = withAnchors(pruned('First.\n\n## Files\n\nOpen it.\n\n### More\n\nClose it.'));

  const sections = sectionsOf(tree);

  assert.deepEqual(sections, [
    { text: 'First.' },
    { heading: { depth: 2, id: 'files', text: 'Files' }, text: 'Open it.' },
    { heading: { depth: 3, id: 'more', text: 'More' }, text: 'Close it.' },
  ]);
});

test('a heading without text below it is a section, and so is nothing else without text', () => {
  const sections = sectionsOf(withAnchors(pruned('## Files')).tree);

  assert.deepEqual(sections, [{ heading: { depth: 2, id: 'files', text: 'Files' }, text: '' }]);
});

describe('the text of a section', () => {
  const cases: [what: string, body: string, text: string][] = [
    [
      'keeps words of different blocks apart',
      'One.\nTwo.\n\n- three\n- four\n\n> five',
      'One. Two.\nthree\nfour\nfive',
    ],
    [
      'has a line for each row of a table, named by its first cell',
      '| a | b | c |\n| --- | --- | --- |\n| d, e | f | g |',
      'a, b, c\nd, e: f, g',
    ],
    [
      'leaves out cells that say nothing',
      '| a | b | c |\n| --- | --- | --- |\n| d | – | e |\n| f | | – |',
      'a, b, c\nd: e\nf',
    ],
    ['keeps sentences in cells', '| a | b | c |\n| --- | --- | --- |\n| d? | E. | F. |', 'a, b, c\nd? E. F.'],
    ['has no name for a row that has none', '| | b |\n| --- | --- |\n| | c<br />d |\n| – | e |', 'b\nc, d\ne'],
    ['keeps words around a line break apart', 'one<br />two', 'one\ntwo'],
    ['does not part a word that is partly bold', 'un**delete**d', 'undeleted'],
    [
      'has questions and answers in it',
      '<Choice question="Is it on?">\n\n<Option answer="No">Wait.</Option>\n\n</Choice>',
      'Is it on? No Wait.',
    ],
    ['has code in it', 'Type `ls`.\n\n```\ncd x\nls y\n```', 'Type ls.\ncd x\nls y'],
    ['has no comments in it', 'One.{/* two */}', 'One.'],
  ];
  for (const [what, body, text] of cases) {
    test(what, () => {
      const sections = sectionsOf(pruned(body));

      assert.deepEqual(sections, [{ text }]);
    });
  }
});

for (const [words, minutes] of [
  [0, 1],
  [90, 1],
  [299, 1],
  [300, 2],
  [1000, 5],
] as const) {
  test(`${words} words take ${minutes} minutes`, () => {
    const read = readingMinutes([
      { text: 'word '.repeat(words / 2) },
      { text: 'word\n'.repeat(words - Math.floor(words / 2)) },
    ]);

    assert.equal(read, minutes);
  });
}

test('a heading never takes an id that the page itself leads to', () => {
  const { headings } = withAnchors(treeOf('## Contact\n\nText.\n\n## Main\n\nText.'));

  assert.deepEqual(
    headings.map(({ id }) => id),
    ['part-contact', 'part-main'],
  );
});
