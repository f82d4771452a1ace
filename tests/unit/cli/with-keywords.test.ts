import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withKeywords } from '../../../src/cli/with-keywords.ts';

for (const [how, fields, expected] of [
  ['a list on one line', 'keywords: [undelete, "a b"]\ntopic: x', 'keywords: [undelete, "a b", rollback]\ntopic: x'],
  ['an empty list', 'keywords: []', 'keywords: [rollback]'],
  ['a list over several lines', 'keywords: [\n  undelete,\n  a,\n]', 'keywords: [\n  undelete,\n  a, rollback\n]'],
  [
    'a line for each',
    'keywords:\n  - undelete\n  - a # what\ntopic: x',
    'keywords:\n  - undelete\n  - a # what\n  - rollback\ntopic: x',
  ],
  ['a line for each, not set in', 'keywords:\n- undelete\ntopic: x', 'keywords:\n- undelete\n- rollback\ntopic: x'],
  ['no keywords yet', 'topic: x', 'topic: x\nkeywords: [rollback]'],
  ['a comment behind', 'keywords: [a] # as they say\ntopic: x', 'keywords: [a, rollback] # as they say\ntopic: x'],
  ['lines as Windows ends them', 'keywords:\r\n  - a\r\ntopic: x', 'keywords:\r\n  - a\r\n  - rollback\r\ntopic: x'],
] as const) {
  test(`a keyword is added to ${how}, and nothing else changes`, () => {
    const end = fields.includes('\r\n') ? '\r\n' : '\n';
    const article = (yaml: string) => ['---', yaml, '---', '', 'keywords: [not these]', ''].join(end);

    assert.equal(withKeywords(article(fields), ['rollback']), article(expected));
  });
}

test('words that YAML would take for something else are quoted', () => {
  const changed = withKeywords('---\nkeywords: [a]\n---\n', ['no', "can't", 'über']);

  assert.equal(changed, '---\nkeywords: [a, "no", "can\'t", über]\n---\n');
});

for (const [how, source] of [
  ['an alias', '---\nold: &words [a]\nkeywords: *words\n---\n'],
  ['a comment inside of the list', '---\nkeywords: [a, # one\n  b]\n---\n'],
  ['lists within the list', '---\nkeywords: [[a], b]\n---\n'],
  ['no fields at all', 'Just text.\n'],
  ['fields that cannot be read', '---\nkeywords: [a\n---\n'],
] as const) {
  test(`${how} is left to the writer`, () => {
    assert.equal(withKeywords(source, ['rollback']), undefined);
  });
}
