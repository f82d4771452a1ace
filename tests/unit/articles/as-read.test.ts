import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { asRead } from '../../../src/articles/as-read.ts';
import { treeOf } from '../../fixtures/editions.ts';

describe('two texts are read as the same where they differ in', () => {
  const same: [string, string, string][] = [
    ['spaces and line ends', 'Open  it\nnow.', 'Open it now.'],
    ['the side of a tag on which the space stands', 'Open <kbd>it </kbd>now.', 'Open <kbd>it</kbd> now.'],
    ['spaces at the ends of a block', '- <kbd>a</kbd> <abbr>b </abbr>', '- <kbd>a</kbd> <abbr>b</abbr>'],
    ['spaces beside a line break', 'Open it.<br /> Wait.', 'Open it.<br />Wait.'],
    ['empty lines between blocks', 'One.\n\n\n\nTwo.', 'One.\n\nTwo.'],
  ];
  for (const [what, one, other] of same) {
    test(what, () => {
      assert.equal(asRead(treeOf(one)), asRead(treeOf(other)));
    });
  }
});

describe('two texts are read as different where they differ in', () => {
  const different: [string, string, string][] = [
    ['a word', 'Open it.', 'Open them.'],
    ['a space between words', 'Open it.', 'Openit.'],
    ['a space between keys', '<kbd>a</kbd> <kbd>b</kbd> c', '<kbd>a</kbd><kbd>b</kbd> c'],
    ['paragraphs', 'One. Two.', 'One.\n\nTwo.'],
    ['a mark', 'Open **it**.', 'Open *it*.'],
    ['what is marked', '**Open** it.', 'Open **it**.'],
    ['the depth of a heading', '## Files', '### Files'],
    ['the target of a link', '[it](/a)', '[it](/b)'],
    ['a picture', '![it](/a.png)', '![it](/b.png)'],
    ['what is said of a picture', '![it](/a.png)', '![them](/a.png)'],
    ['a tag', '<Note>\n\nx\n\n</Note>', '<Why>\n\nx\n\n</Why>'],
    ['an attribute', '<Choice question="A?">\n\nx\n\n</Choice>', '<Choice question="B?">\n\nx\n\n</Choice>'],
    ['spaces in code', '```\na  b\n```', '```\na b\n```'],
    ['lines of code', '```\na\nb\n```', '```\na b\n```'],
    ['the number at which a list begins', '1. a', '2. a'],
    ['what looks like a tag', '\\<Note> x', 'Note x'],
  ];
  for (const [what, one, other] of different) {
    test(what, () => {
      assert.notEqual(asRead(treeOf(one)), asRead(treeOf(other)));
    });
  }
});
