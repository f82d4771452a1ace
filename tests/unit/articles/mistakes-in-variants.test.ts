import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mistakesIn, withFields, withText } from '../../fixtures/mistakes.ts';
import { DRAWING } from '../../fixtures/pictures.ts';
import { SITE_YAML, SYNC_YAML, withLine } from '../../fixtures/site.ts';

const restore = 'content/articles/restore-a-file.mdx';
const write = 'Write it, or delete it.';
const numbered = 'Begin each step with "1. ", with an empty line after <Steps> and one before </Steps>.';
const twoOrMore = 'Write two or more as <Option answer="…">, or say it without a question.';
const wholeFor = (part: string) => `Put the whole ${part} into the <For>, or write what this reader should see.`;
const choice = (...options: string[]) => `<Choice question="Is it on?">\n\n${options.join('\n\n')}\n\n</Choice>`;
const yes = '<Option answer="Yes">Do.</Option>';
const old = (text: string) => `<For versions="<5">\n\n${text}\n\n</For>`;

// What stands in line 12 and below, the line of the mistake, what is wrong and how to mend it.
const seeded: [mistake: string, body: string, line: number, says: string][] = [
  [
    'a title within the text',
    '# Get back a file\n\nOpen it.',
    12,
    'A heading with one "#" is the title of a page, and this page has its title from the field above.\n' +
      'Write "## …" for a heading of the text, or delete it where it repeats the title.',
  ],
  [
    'a title that is underlined',
    'Open it.\n\nFiles\n=====',
    14,
    'A heading with one "#" is the title of a page, and this page has its title from the field above.\n' +
      'Write "## …" for a heading of the text, or delete it where it repeats the title.',
  ],
  ['a <Choice> without an <Option>', choice('Yes or no.'), 12, `This <Choice> has no <Option>.\n${twoOrMore}`],
  ['a <Choice> with a single <Option>', choice(yes), 12, `This <Choice> has a single <Option>.\n${twoOrMore}`],
  [
    'a <Choice> of which some readers see a single <Option>',
    choice(yes, old('<Option answer="No">Wait.</Option>')),
    12,
    'For version 5, "home", this <Choice> has a single <Option>.\n' +
      'Put the whole <Choice> into the <For>, or write another <Option> for this reader.',
  ],
  ['<Steps> with bullets', '<Steps>\n\n- One.\n\n</Steps>', 12, `This <Steps> holds no numbered list.\n${numbered}`],
  ['<Steps> that hold a sentence', '<Steps>Open it.</Steps>', 12, `This <Steps> holds no numbered list.\n${numbered}`],
  ['an aside without text', 'One.\n\n<Note></Note>', 14, `This <Note> is empty.\n${write}`],
  ['an <Option> without text', choice(yes, '<Option answer="No"></Option>'), 16, `This <Option> is empty.\n${write}`],
  [
    'an aside that is empty for some readers',
    `One.\n\n<Caution>\n\n${old('Wait.')}\n\n</Caution>`,
    14,
    `For version 5, "home", this <Caution> is empty.\n${wholeFor('<Caution>')}`,
  ],
  [
    '<Steps> that are empty for some readers',
    `One.\n\n<Steps>\n\n${old('1. Wait.')}\n\n</Steps>`,
    14,
    `For version 5, "home", this <Steps> is empty.\n${wholeFor('<Steps>')}`,
  ],
  [
    'a table without rows',
    'One.\n\n| A |\n| --- |',
    14,
    'This table has no row below its heading.\nWrite one, or delete the table.',
  ],
  [
    'a table of which some readers see no row',
    '| A | B |\n| --- | --- |\n| <For versions="<5">a</For> | <For versions="<5">b</For> |',
    12,
    'For version 5, "home", this table has no row below its heading.\n' +
      'Put the whole table into the <For>, or write a row for this reader.',
  ],
  [
    'a link to a topic that does not exist',
    'See [this](/topics/file/).',
    12,
    'This links to /topics/file/, but there is no topic "file".\n' +
      'Did you mean "files"? Topics are listed in content/topics.yaml.',
  ],
  [
    'a link to a product that does not exist',
    'See [this](/products/mini#new).',
    12,
    'This links to /products/mini/, but there is no product "mini".\nProducts are the files in content/products.',
  ],
];

for (const [mistake, body, line, says] of seeded) {
  test(`${mistake} is told with its line and how to mend it`, async () => {
    const said = await mistakesIn(withText(body));

    assert.equal(said, `${restore}:${line}\n${says}`);
  });
}

for (const [what, body] of [
  ['an aside that holds a picture alone', '<Note>![The menu](./menu.svg)</Note>'],
  ['an <Option> that holds another <Choice>', choice(yes, `<Option answer="No">\n\n${choice(yes, yes)}\n\n</Option>`)],
  ['a sentence before the steps in <Steps>', '<Steps>\n\nFirst:\n\n1. One.\n\n</Steps>'],
  ['links to topics and products', 'See [this](/topics/files/), [that](/products/sync) and [all](/topics/).'],
] as const) {
  test(`${what} is no mistake`, async () => {
    const said = await mistakesIn({ ...withText(body), 'articles/menu.svg': DRAWING });

    assert.equal(said, '');
  });
}

test('a how-to for none of the product’s audiences is told', async () => {
  const said = await mistakesIn(withFields({ audiences: '[]' }));

  assert.equal(
    said,
    `${restore}:10  audiences\n"audiences" is empty.\nFill it in: Who it is for; absent: all of the product’s audiences.`,
  );
});

test('a version that came out after the one above it is told', async () => {
  const said = await mistakesIn({ 'products/sync.yaml': withLine(SYNC_YAML, '2025-01-20', '2026-04-01') });

  assert.equal(
    said,
    'content/products/sync.yaml:6  versions[1].released\nVersion 4.2 came out after 5, which stands above it.\n' +
      'List versions newest first, or correct one of the two dates.',
  );
});

test('opening hours that overlap are told with the day', async () => {
  const hours = '- { days: [sat, fri], from: "17:30", to: "20:00" }\n    - { days: [sat], from: "20:00", to: "21:00" }';
  const said = await mistakesIn({ 'site.yaml': withLine(SITE_YAML, '  promises:', `    ${hours}\n  promises:`) });

  assert.equal(
    said,
    'content/site.yaml:12  support.hours[1].from\nOn fri these hours overlap those of hours[0].\n' +
      'Let one of them end before the other begins, or make them one.',
  );
});
