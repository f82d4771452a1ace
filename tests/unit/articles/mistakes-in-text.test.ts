import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DRAWING } from '../../fixtures/pictures.ts';
import { mistakesIn, withText } from '../../fixtures/mistakes.ts';
import { article } from '../../fixtures/site.ts';

const tags =
  'The tags are <Short>, <Steps>, <For>, <Video>, <Choice>, <Option>, <Why>, <Note>, <Caution>; HTML is limited to abbr, br, kbd, sub, sup.';
const noCode = 'To show a brace, write \\{ or put it in backquotes. For a comment, write {/* … */}.';
const noModules =
  'Articles have no import or export.\nUse the tags as they are: <Short>, <Steps>, <For>, <Video>, <Choice>, <Option>, <Why>, <Note>, <Caution>. ' +
  'To begin a paragraph with this word, write it with a capital letter.';
const asText = 'To show "<" as text, write \\< or put it in backquotes.';
const quotes = (tag: string) =>
  `Give every value straight quotes, as in <${tag}="…">, with none inside it, and end the tag with ">".`;

// What stands in line 12 and below, the line of the mistake, what is wrong and how to mend it.
const seeded: [mistake: string, body: string, line: number, says: string][] = [
  ['a misspelt tag', '<Stepps>\n\n1. One\n\n</Stepps>', 12, `There is no tag <Stepps>.\nDid you mean "Steps"? ${tags}`],
  ['HTML', 'One.\n\n<div>\n\nTwo.\n\n</div>', 14, `There is no tag <div>.\n${tags}`],
  ['a tag without a name', '<>One.</>', 12, `There is no tag <>.\n${tags}`],
  [
    'a tag named like a part of every object',
    '<constructor>One.</constructor>',
    12,
    `There is no tag <constructor>.\n${tags}`,
  ],
  [
    'an <Option> outside of a <Choice>',
    '<Option answer="Yes">Do.</Option>',
    12,
    '<Option> stands outside of <Choice>.\nPut it into a <Choice>: it is one answer of a Choice.',
  ],
  [
    'a <Choice> without a question',
    '<Choice>\n\n<Option answer="Yes">Do.</Option>\n\n</Choice>',
    12,
    '<Choice> needs "question".\nWrite <Choice question="…">.',
  ],
  [
    'an <Option> with an empty answer',
    '<Choice question="Is it on?">\n\n<Option answer=" ">Do.</Option>\n\n</Choice>',
    14,
    '<Option> needs "answer".\nWrite <Option answer="…">.',
  ],
  [
    'an attribute that a tag does not take',
    '<Note title="x">One.</Note>',
    12,
    '<Note> has no attribute "title".\nIt takes none.',
  ],
  [
    'an attribute on HTML',
    'Press <kbd onclick="x()">F2</kbd>.',
    12,
    '<kbd> has no attribute "onclick".\nIt takes none.',
  ],
  [
    'an attribute that holds code',
    '<Choice question={ask()}>\n\n<Option answer="Yes">Do.</Option>\n\n</Choice>',
    12,
    '"question" of <Choice> holds code.\nWrite it as text: question="…".',
  ],
  [
    'attributes out of code',
    '<Note {...all}>One.</Note>',
    12,
    '<Note> holds code.\nWrite each attribute as text: name="…".',
  ],
  ['a line of import', "import Video from './Video';\n\nOne.", 12, noModules],
  ['a paragraph that begins with "import"', 'One.\n\nimport your files into Sync.', 14, noModules],
  ['a paragraph that begins with "export"', 'export your settings: choose **Save**.', 12, noModules],
  ['code in curly braces', 'Press {key} now.', 12, `Articles hold no code in curly braces.\n${noCode}`],
  ['a paragraph that is code', 'One.\n\n{key}', 14, `Articles hold no code in curly braces.\n${noCode}`],
  [
    'a curly brace that is text',
    'Type { and wait.',
    12,
    `A curly brace begins code, and articles hold none: { and wait.\n${noCode}`,
  ],
  [
    'words in curly braces',
    'Type {your name} here.',
    12,
    `A curly brace begins code, and articles hold none.\n${noCode}`,
  ],
  ['a tag that is never closed', 'One.\n\n<Note>\n\nTwo.', 14, '<Note> is never closed.\nWrite </Note> where it ends.'],
  [
    'a tag that is closed in another paragraph',
    '<Note>One.\n\nTwo.</Note>',
    12,
    '<Note> is not closed in the paragraph in which it is opened.\n' +
      'Write </Note> in the same paragraph, or put both tags on lines of their own with an empty line on either side.',
  ],
  ['<br> as in HTML', 'One.<br>Two.', 12, '<br> is not closed.\nWrite <br />.'],
  [
    'a placeholder in angle brackets',
    'Type ssh <host> there.',
    12,
    'There is no tag <host>.\nTo show it as text, write \\<host> or put it in backquotes.',
  ],
  [
    'a closing tag too many',
    'One.\n\n</For>',
    14,
    '</For> closes a tag that was never opened.\nDelete it, or write <For> where it begins.',
  ],
  [
    'tags that cross',
    '<For versions="5">\n\n<Note>\n\nOne.\n\n</For>\n\n</Note>',
    18,
    '</For> stands where <Note>, opened in line 14, is still open.\n' +
      'Write </Note> first. A tag that is opened inside another is closed inside it.',
  ],
  [
    'a misspelt closing tag',
    '<Steps>\n\n1. One\n\n</Step>',
    16,
    'There is no tag </Step>; <Steps>, opened in line 12, is still open.\nWrite </Steps>.',
  ],
  [
    '"<" before a number',
    'If it shows <5 bars, wait.',
    12,
    `"<" begins a tag, and this is none: <5 bars, wait.\n${asText}`,
  ],
  [
    'a link in angle brackets',
    'See <https://example.com>.',
    12,
    'A link cannot stand in angle brackets.\nWrite [the text to show](https://…), or the address alone.',
  ],
  [
    'an e-mail address in angle brackets',
    'Write to <help@example.com>.',
    12,
    'A link cannot stand in angle brackets.\nWrite [the text to show](https://…), or the address alone.',
  ],
  ['a comment of HTML', 'One.\n\n<!-- later -->', 14, 'A comment cannot be written as <!-- … -->.\nWrite {/* … */}.'],
  [
    'a value without quotes',
    'Open <For versions=5>it</For>.',
    12,
    `The tag <For> cannot be read: <For versions=5>it</For>.\n${quotes('For versions')}`,
  ],
  [
    'a value in the quotes of a word processor',
    '<For versions=“5”>One.</For>',
    12,
    `The tag <For> cannot be read: <For versions=“5”>One.</For>\n${quotes('For versions')}`,
  ],
  [
    'quotes inside of quotes',
    '<Choice question="Is it "on"?">\n\n</Choice>',
    12,
    `The tag <Choice> cannot be read: <Choice question="Is it "on"?">\n${quotes('Choice question')}`,
  ],
  ['an article without text', '', 1, 'This article has no text.\nWrite what the reader should do.'],
  ['an article that is a comment', '{/* later */}', 12, 'This article has no text.\nWrite what the reader should do.'],
  ['a step without text', '1. One\n2.\n', 13, 'This step is empty.\nWrite it, or delete it.'],
  ['a heading without text', '##\n\nOne.', 12, 'This heading is empty.\nWrite it, or delete it.'],
];

for (const [mistake, body, line, says] of seeded) {
  test(`${mistake} is told with its line and how to mend it`, async () => {
    const said = await mistakesIn(withText(body));

    assert.equal(said, `content/articles/restore-a-file.mdx:${line}\n${says}`);
  });
}

describe('no mistake is', () => {
  const sound: [string, string][] = [
    ['a "<" with a space after it', 'If a < b, wait.'],
    ['a "<", "{" or tag with a backslash before it', 'Type \\<host>, \\{name\\} and \\<5.'],
    ['code in backquotes', 'Type `<host>` and `{name}`.'],
    ['a block of code, whatever is in it', '```\n<For>{name}</br>\n\nimport x\n```'],
    ['a paragraph that begins with "Import"', 'Import your files.'],
    ['"import" in the middle of a paragraph', 'Open Sync and\nimport your files.'],
    ['a comment', 'One. {/* later */}\n\n{/* and\nlater */}'],
    ['a step that is a picture', '1. ![The menu](./menu.svg)'],
    [
      'an <Option> in a <For> in a <Choice>',
      '<Choice question="Is it on?">\n\n<For versions="5">\n\n<Option answer="Yes">Do.</Option>\n\n</For>\n\n<For versions="<5">\n\n<Option answer="Yes">Wait.</Option>\n\n</For>\n\n<Option answer="No">Go.</Option>\n\n</Choice>',
    ],
    ['an abbreviation that says what it stands for', 'The <abbr title="local network">LAN</abbr>.'],
    ['a line break', 'One.<br />Two.'],
  ];
  for (const [what, body] of sound) {
    test(what, async () => {
      const said = await mistakesIn({ ...withText(body), 'articles/menu.svg': DRAWING });

      assert.equal(said, '');
    });
  }
});

test('every mistake in the tags of a text is told', async () => {
  const said = await mistakesIn(withText('<Stepps>One.</Stepps>\n\n<Note {...a}>Two.</Note>\n\nThree {x}.'));

  const places = said.split('\n\n').map((mistake) => mistake.split('\n')[0]?.replace(/.*:/, ''));
  assert.deepEqual(places, ['12', '14', '16']);
});

test('fields, names of other files, conditions and tags are told in one run', async () => {
  const fields = { type: 'howto', topic: 'file', related: '[share-a-foldr]' };
  const body = '<For versions="9">Open **Files**.</For>\n\n<Stepps>One.</Stepps>\n';

  const said = await mistakesIn({ 'articles/restore-a-file.mdx': article(fields, body) });
  const withoutProduct = await mistakesIn({ 'articles/restore-a-file.mdx': article({ product: 'snyc' }, body) });

  for (const pattern of [/"howto" is not one of/, /no topic "file"/, /no article "share-a-foldr"/, /<Stepps>/, /"9"/])
    assert.match(said, pattern);
  for (const pattern of [/no product "snyc"/, /no tag <Stepps>/]) assert.match(withoutProduct, pattern);
});
