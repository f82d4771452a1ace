import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { prune } from '../../../src/articles/prune.ts';
import { textOf, withoutPositions } from '../../../src/articles/tree.ts';
import { sketch, syncProduct, treeOf } from '../../fixtures/editions.ts';

describe('what a <For> hides is gone, and what it shows stands without it', () => {
  const cases: [string, string, { shown: string; hidden: string }][] = [
    [
      'in a sentence',
      'Choose <For versions="5">**History**</For><For versions="<5">**Snapshots**</For>.',
      { shown: 'p(Choose strong(History).)', hidden: 'p(Choose strong(Snapshots).)' },
    ],
    [
      'around paragraphs and headings',
      '<For versions="5">\n\n## New\n\nText.\n\n</For>\n\nAlways.',
      { shown: 'h2(New) p(Text.) p(Always.)', hidden: 'p(Always.)' },
    ],
    [
      'inside another <For>',
      '<For audiences="home">\n\n<For versions="5">\n\nNew.\n\n</For>\n\nAlways.\n\n</For>',
      { shown: 'p(New.) p(Always.)', hidden: 'p(Always.)' },
    ],
    [
      'inside a sentence that is inside another <For>',
      '<For audiences="home">Choose <For versions="5">**History**</For>now.</For>',
      { shown: 'p(Choose strong(History)now.)', hidden: 'p(Choose now.)' },
    ],
    [
      'in an entry of a list',
      '- One <For versions="5">new</For>\n- Two',
      { shown: 'ul(li(One new)li(Two))', hidden: 'ul(li(One )li(Two))' },
    ],
    [
      'as the whole of an entry',
      '1. <For versions="5">History.</For><For versions="<5">Snapshots.</For>\n2. Two',
      { shown: 'ol(li(History.)li(Two))', hidden: 'ol(li(Snapshots.)li(Two))' },
    ],
    [
      'in a cell of a table',
      '| Where |\n| --- |\n| <For versions="5">History</For><For versions="<5">Snapshots</For> |',
      {
        shown: 'table(thead(tr(th(Where)))tbody(tr(td(History))))',
        hidden: 'table(thead(tr(th(Where)))tbody(tr(td(Snapshots))))',
      },
    ],
    [
      'in a heading',
      '## Open <For versions="5">History</For><For versions="<5">Snapshots</For>',
      { shown: 'h2(Open History)', hidden: 'h2(Open Snapshots)' },
    ],
    [
      'around an option of a choice',
      '<Choice question="Which?">\n\n<For versions="5">\n\n<Option answer="New">Yes.</Option>\n\n</For>\n\n</Choice>',
      { shown: '<Choice>(<Option>(p(Yes.)))', hidden: '<Choice>()' },
    ],
  ];
  for (const [where, body, { shown, hidden }] of cases) {
    test(where, () => {
      const [newest, older] = ['5', '4.2'].map((version) => pruned(body, version));

      assert.deepEqual([newest, older], [shown, hidden]);
    });
  }
});

describe('loose text gets the paragraph that MDX took from it', () => {
  const cases: [string, string, string][] = [
    ['around a line of tags only', '<For versions="5">One.</For><For versions="<5">Two.</For>', 'p(One.)'],
    [
      'around each of two such lines with an empty line between',
      '<For versions="5">One.</For>\n\n<For versions=">=4">Two.</For>',
      'p(One.) p(Two.)',
    ],
    [
      'around lines with none between, whatever is hidden there',
      '<For versions="5">One</For>\n<For versions="3">Two</For>\n<For versions="5">Three</For>',
      'p(OneThree)',
    ],
    [
      'inside a <For> too',
      '<For audiences="home">\n\n<For versions="5">One.</For>\n\n<For versions="5">Two.</For>\n\n</For>',
      'p(One.) p(Two.)',
    ],
    ['in an aside', '<Note>Some *text*.</Note>', '<Note>(p(Some em(text).))'],
    ['in a quotation', '> <For versions="5">One.</For>', 'blockquote(p(One.))'],
    ['in an entry with several paragraphs', '- <For versions="5">One.</For>\n\n  Two.', 'ul(li(p(One.)p(Two.)))'],
    ['but not in an entry that is one line', '- <For versions="5">One.</For>', 'ul(li(One.))'],
    ['and not where nothing is left', '<For versions="3">One.</For>', ''],
  ];
  for (const [where, body, expected] of cases) {
    test(where, () => {
      const tree = pruned(body, '5');

      assert.equal(tree, expected);
    });
  }
});

describe('what is left without anything goes with what it held', () => {
  const cases: [string, string, string][] = [
    [
      'a row of a table',
      '| A |\n| --- |\n| <For versions="3">b</For> |\n| c |',
      'table(thead(tr(th(A)))tbody(tr(td(c))))',
    ],
    [
      'but not a row that says something in another cell',
      '| A | B |\n| --- | --- |\n| <For versions="3">b</For> | c |',
      'table(thead(tr(th(A)th(B)))tbody(tr(td()td(c))))',
    ],
    ['a link', 'See [<For versions="3">this</For>](/articles/x/) now.', 'p(See  now.)'],
    ['bold and italics', 'One.\n\n**<For versions="3">two</For>** *<For versions="3">three</For>*', 'p(One.)'],
    ['a key', 'Press <kbd><For versions="3">F2</For></kbd>.', 'p(Press .)'],
    ['a quotation', 'One.\n\n> <For versions="3">Two.</For>', 'p(One.)'],
    ['but not a link around a picture', '[<For versions="5">![x](/x.png)</For>](/articles/x/)', 'p(a(img()))'],
    ['and not what was written without anything', '| A |\n| --- |\n| |', 'table(thead(tr(th(A)))tbody(tr(td())))'],
  ];
  for (const [what, body, expected] of cases) {
    test(what, () => {
      const tree = pruned(body, '5');

      assert.equal(tree, expected);
    });
  }
});

describe('keys on a line of their own', () => {
  for (const body of ['<kbd>Ctrl</kbd> <kbd>C</kbd>', '<kbd>Ctrl</kbd> <For versions="5"><kbd>C</kbd></For>']) {
    test(`are a paragraph, with the space between them: ${body}`, () => {
      const tree = prune(treeOf(`<Note>\n\n${body}\n\n</Note>`), syncProduct(), { version: '5', audience: 'home' });

      assert.equal(sketch(tree), '<Note>(p(<kbd>(Ctrl)<kbd>(C)))');
      assert.equal(textOf(tree).trim(), 'Ctrl\nC');
    });
  }
});

describe('steps are one list, counted from 1', () => {
  const body = '<Steps>\n\n1. One\n\n<For versions="5">\n\n2. Two\n\n</For>\n\n3. Three\n\n</Steps>';

  test('where a step between is shown', () => {
    const tree = pruned(body, '5');

    assert.equal(tree, '<Steps>(ol(li(One)li(Two)li(Three)))');
  });

  test('where it is hidden', () => {
    const tree = pruned(body, '3');

    assert.equal(tree, '<Steps>(ol(li(One)li(Three)))');
  });

  test('where the first is hidden', () => {
    const first = '<Steps>\n\n<For versions="5">\n\n1. One\n\n</For>\n\n2. Two\n\n</Steps>';

    const tree = prune(treeOf(first), syncProduct(), { version: '3', audience: 'home' });

    assert.equal(sketch(tree), '<Steps>(ol(li(Two)))');
    assert.doesNotMatch(JSON.stringify(tree), /"start":2/);
  });

  test('but two lists with text between them stay two', () => {
    const tree = pruned('<Steps>\n\n1. One\n\nThen wait.\n\n1. Two\n\n</Steps>', '5');

    assert.equal(tree, '<Steps>(ol(li(One))p(Then wait.)ol(li(Two)))');
  });
});

test('comments and fields are gone', () => {
  const tree = pruned('---\ntitle: Secret\n---\n\nOne {/* not yet */}.\n\n{/* Ask Ines */}', '5');

  assert.equal(tree, 'p(One .)');
});

test('a variant is the same as if what it hides had never been written', () => {
  const written = treeOf('One.\n\n<For versions="3">\n\n## Old\n\n</For>\n\nTwo.');
  const reader = { version: '5', audience: 'home' };

  const tree = prune(written, syncProduct(), reader);

  const short = prune(treeOf('One.\n\nTwo.'), syncProduct(), reader);
  assert.deepEqual(withoutPositions(tree), withoutPositions(short));
});

test('two variants that read the same are the same, whatever each of them hides', () => {
  const tree = treeOf('One.\n\n<For versions="5">\n\nTwo.\n\n</For>\n\n<For versions="3">\n\nTwo.\n\n</For>\n\nThree.');

  const [newest, oldest] = ['5', '3'].map((version) => prune(tree, syncProduct(), { version, audience: 'home' }));

  assert.deepEqual(newest && withoutPositions(newest), oldest && withoutPositions(oldest));
});

test('the tree that is pruned stays as it was', () => {
  const tree = treeOf('<Steps>\n\n1. One\n\n<For versions="5">\n\n2. Two\n\n</For>\n\n</Steps>');
  const before = structuredClone(tree);

  prune(tree, syncProduct(), { version: '5', audience: 'home' });

  assert.deepEqual(tree, before);
});

function pruned(body: string, version: string): string {
  return sketch(prune(treeOf(body), syncProduct(), { version, audience: 'home' }));
}
