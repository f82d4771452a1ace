import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element } from 'hast';
import { prune } from '../../../src/articles/prune.ts';
import { stepTexts, withTickableSteps } from '../../../src/articles/tickable-steps.ts';
import { isParent, type Tree, type TreeNode } from '../../../src/articles/tree.ts';
import { sketch, syncProduct, treeOf } from '../../fixtures/editions.ts';

const pruned = (body: string, version = '5'): Tree => prune(treeOf(body), syncProduct(), { version, audience: 'home' });

test('each step of <Steps> gets a box to tick, before its text', () => {
  const tree = withTickableSteps(pruned('<Steps>\n\n1. Open it.\n2. Close it.\n\n</Steps>'), 'answers');

  assert.equal(sketch(tree), '<Steps>(ol(li(label(input())div(Open it.))li(label(input())div(Close it.))))');
});

test('a box says which step it is for, and belongs to the form', () => {
  const [box] = boxesOf(withTickableSteps(pruned('<Steps>\n\n1. Open it.\n\n</Steps>'), 'answers'));

  assert.equal(box?.properties['type'], 'checkbox');
  assert.equal(box.properties['form'], 'answers');
  assert.equal(box.properties['ariaLabel'], 'Step 1 done');
});

test('steps are numbered within their list and placed within the article', () => {
  const tree = pruned('<Steps>\n\n1. One\n2. Two\n\n</Steps>\n\nOr:\n\n<Steps>\n\n1. Three\n\n</Steps>');

  const boxes = boxesOf(withTickableSteps(tree, 'answers'));

  assert.deepEqual(
    boxes.map(({ properties }) => [properties['value'], properties['ariaLabel']]),
    [
      ['1', 'Step 1 done'],
      ['2', 'Step 2 done'],
      ['3', 'Step 1 done'],
    ],
  );
});

test('a step that is hidden from this reader leaves no gap', () => {
  const body = '<Steps>\n\n1. One\n\n<For versions="5">\n\n2. Two\n\n</For>\n\n3. Three\n\n</Steps>';

  const labels = ['5', '3'].map((version) =>
    boxesOf(withTickableSteps(pruned(body, version), 'answers')).map(({ properties }) => properties['ariaLabel']),
  );

  assert.deepEqual(labels, [
    ['Step 1 done', 'Step 2 done', 'Step 3 done'],
    ['Step 1 done', 'Step 2 done'],
  ]);
});

test('other lists get no boxes: those outside of <Steps>, those with bullets, and those inside of a step', () => {
  const tree = pruned('1. One\n\n<Steps>\n\n- Two\n\n1. Three\n   1. Four\n\n</Steps>');

  const boxes = boxesOf(withTickableSteps(tree, 'answers'));

  assert.equal(boxes.length, 1);
});

test('the texts of steps are in the order of their places', () => {
  const tree = pruned(
    '<Steps>\n\n1. Open **Files**.\n2. Choose\n   it.\n\n</Steps>\n\n<Steps>\n\n1. Close it.\n\n</Steps>',
  );

  const texts = stepTexts(tree);

  assert.deepEqual(texts, ['Open Files.', 'Choose it.', 'Close it.']);
});

test('a long text of a step is cut', () => {
  const [text] = stepTexts(pruned(`<Steps>\n\n1. ${'word '.repeat(100)}\n\n</Steps>`));

  assert.equal(text?.length, 160);
  assert.match(text, /…$/);
});

test('the tree that is given stays as it was', () => {
  const tree = pruned('<Steps>\n\n1. Open it.\n\n</Steps>');
  const before = structuredClone(tree);

  withTickableSteps(tree, 'answers');

  assert.deepEqual(tree, before);
});

function boxesOf(node: TreeNode): Element[] {
  if (node.type === 'element' && node.tagName === 'input') return [node];
  return isParent(node) ? node.children.flatMap(boxesOf) : [];
}
