import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { markdownToHast } from 'satteri';
import { prune } from '../../../../src/articles/prune.ts';
import { textOf, type Tree } from '../../../../src/articles/tree.ts';
import { blocks } from '../../../../src/discovery/markdown/blocks.ts';
import { syncProduct, treeOf } from '../../../fixtures/editions.ts';

test('text, emphasis, links and code stay what they are', () => {
  const written =
    'Open **Files** and *wait*. See [the list](/articles/codes/#nl-1), press <kbd>Ctrl</kbd>, type `a|b`.';

  assert.equal(
    markdownOf(written),
    'Open **Files** and *wait*. See [the list](https://help.example.com/articles/codes/#nl-1), press `Ctrl`, type `a|b`.',
  );
});

test('steps are a numbered list, and what stands in a step stands below it', () => {
  const markdown = markdownOf('<Steps>\n\n1. Open it.\n\n   ```sh\n   ls\n   ```\n2. Close it.\n\n</Steps>');

  assert.equal(markdown, '1. Open it.\n\n   ```sh\n   ls\n   ```\n\n2. Close it.');
});

test('a choice is a question with its answers', () => {
  const markdown = markdownOf(
    '<Choice question="Do you see a padlock?">\n\n<Option answer="Yes">\n\nAsk its owner.\n\n</Option>\n\n<Option answer="No">\n\nGo on.\n\n</Option>\n\n</Choice>',
  );

  assert.equal(markdown, '**Do you see a padlock?**\n\n- **Yes**\n\n  Ask its owner.\n\n- **No**\n\n  Go on.');
});

test('what is set apart is a quotation with its name', () => {
  assert.equal(markdownOf('<Caution>\n\nThis erases all.\n\n</Caution>'), '> **Careful**\n>\n> This erases all.');
});

test('tables keep their cells', () => {
  assert.equal(
    markdownOf('| Code | Means |\n| --- | --- |\n| `NL-1` | a \\| b |'),
    '| Code | Means |\n| --- | --- |\n| `NL-1` | a \\| b |',
  );
});

test('what is hidden from the readers of a page is not in its twin', () => {
  const tree = treeOf('Choose <For versions=">=4">History</For><For versions="3">Snapshots</For>.');
  const seen = prune(tree, syncProduct(), { version: '5', audience: 'home' });

  const markdown = blocks(seen.children, absolute);

  assert.equal(markdown, 'Choose History.');
});

test('whatever signs a text has, it reads the same when Markdown is made of it again', () => {
  const signs = fc.constantFrom(...'ab1 \\`*_[]<>&;#+-.|~!()=\n:/"');
  const text = fc.string({ unit: signs, minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(text, (value) => {
      const tree: Tree = paragraphOf(value);

      const read = markdownToHast(blocks(tree.children, absolute)) as Tree;

      assert.equal(spaced(textOf(read)), spaced(value));
    }),
    { numRuns: 500, seed: 7 },
  );
});

function paragraphOf(value: string): Tree {
  return {
    type: 'root',
    children: [{ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value }] }],
  };
}

function markdownOf(body: string): string {
  return blocks(treeOf(body).children, absolute);
}

function absolute(address: string): string {
  return new URL(address, 'https://help.example.com/articles/a/').href;
}

function spaced(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
