import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withNamedChoices } from '../../../src/articles/named-choices.ts';
import { prune } from '../../../src/articles/prune.ts';
import { isParent, isTag, textAttributesOf, type TreeNode } from '../../../src/articles/tree.ts';
import { syncProduct, treeOf } from '../../fixtures/editions.ts';

const choice = (question: string, ...options: string[]) =>
  `<Choice question="${question}">\n\n${options.join('\n\n')}\n\n</Choice>`;
const option = (answer: string, text = 'Do.') => `<Option answer="${answer}">\n\n${text}\n\n</Option>`;

test('the options of one choice share a group, and each choice has its own', () => {
  const body = [choice('Is it on?', option('Yes'), option('No')), choice('Which?', option('Old'), option('New'))];

  const groups = groupsOf(body.join('\n\n'));

  assert.deepEqual(groups, [
    ['Is it on?', 'choice:1'],
    ['Yes', 'choice:1'],
    ['No', 'choice:1'],
    ['Which?', 'choice:2'],
    ['Old', 'choice:2'],
    ['New', 'choice:2'],
  ]);
});

test('a choice inside of an option has a group of its own', () => {
  const groups = groupsOf(choice('Is it on?', option('Yes', choice('Which?', option('Old'))), option('No')));

  assert.deepEqual(groups, [
    ['Is it on?', 'choice:1'],
    ['Yes', 'choice:1'],
    ['Which?', 'choice:2'],
    ['Old', 'choice:2'],
    ['No', 'choice:1'],
  ]);
});

test('an option that a <For> shows belongs to the choice around it', () => {
  const groups = groupsOf(choice('Is it on?', `<For versions="5">\n\n${option('Yes')}\n\n</For>`, option('No')));

  assert.deepEqual(groups, [
    ['Is it on?', 'choice:1'],
    ['Yes', 'choice:1'],
    ['No', 'choice:1'],
  ]);
});

test('other tags have no group', () => {
  const groups = groupsOf(choice('Is it on?', option('Yes', '<Note>\n\nWait.\n\n</Note>')));

  assert.deepEqual(groups.at(-1), ['Note', undefined]);
});

/** Question, answer or name of each tag with its group, in the order of the text. */
function groupsOf(body: string): [string, string | undefined][] {
  const tree = withNamedChoices(prune(treeOf(body), syncProduct(), { version: '5', audience: 'home' }));
  const read = (node: TreeNode): [string, string | undefined][] => {
    const below = isParent(node) ? node.children.flatMap(read) : [];
    if (!isTag(node)) return below;
    const { question, answer, group } = textAttributesOf(node);
    return [[question ?? answer ?? node.name ?? '', group], ...below];
  };
  return read(tree);
}
