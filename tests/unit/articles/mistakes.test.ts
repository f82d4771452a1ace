import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent, tryContent } from '../../../src/articles/read-content.ts';
import { Mistakes } from '../../../src/errors/user-error.ts';
import { mistakesIn, withFields, withText, type Seeded } from '../../fixtures/mistakes.ts';
import { article, AUDIENCES_YAML, SITE_YAML, SYNC_YAML, withLine, writeContent } from '../../fixtures/site.ts';

const restore = 'content/articles/restore-a-file.mdx';

const seeded: Seeded[] = [
  [
    'a site without site.yaml',
    { 'site.yaml': null },
    'content/site.yaml\nThis file is missing.\nAdd site.yaml to the content folder; README.md says what it holds.',
  ],
  [
    'a list that is empty',
    { 'topics.yaml': '' },
    'content/topics.yaml:1\nThis should be a list.\nWrite a list, as in [one, two]. Each entry begins with "- id: …".',
  ],
  [
    'a field that does not exist',
    withFields({ audience: '[home]' }),
    `${restore}:10  audience\nThere is no field "audience" here.\n` +
      'Did you mean "audiences"? The fields are title, summary, type, product, versions, audiences, topic, keywords, ' +
      'reviewed, owner, related, redirectFrom, draft, affects, opened, resolved, why, changed.',
  ],
  [
    'a title that is missing',
    withFields({ title: null }),
    `${restore}:2  title\n"title" is missing.\nAdd it: The question or goal in the customer’s words.`,
  ],
  [
    'a title that is left empty',
    withFields({ title: '' }),
    `${restore}:2  title\n"title" is empty.\nFill it in: The question or goal in the customer’s words.`,
  ],
  [
    'a title that is too long',
    withFields({ title: 'x'.repeat(121) }),
    `${restore}:2  title\n"title" is too long.\nAt most 120 characters.`,
  ],
  [
    'a type that does not exist',
    withFields({ type: 'howto' }),
    `${restore}:4  type\n"howto" is not one of the values that "type" can have.\n` +
      'Did you mean "how-to"? Use one of how-to, troubleshooting, explanation, reference, incident.',
  ],
  [
    'a version without quotes',
    withFields({ versions: '5' }),
    `${restore}:10  versions\n"versions" should be text.\n` +
      'Put it in quotes: "5". Semver range over the product’s versions; absent: all.',
  ],
  [
    'one keyword that is no list',
    withFields({ keywords: 'undelete' }),
    `${restore}:9  keywords\n"keywords" should be a list.\n` +
      'Write a list, as in [one, two]. What customers call it; searched, not shown.',
  ],
  [
    'a date as it is spoken',
    withFields({ reviewed: '1 October 2026' }),
    `${restore}:7  reviewed\n"reviewed" is not in the form that is needed here.\n` +
      'Write a day that exists as YYYY-MM-DD, such as 2026-10-01.',
  ],
  [
    'a day that no calendar has',
    withFields({ reviewed: '2026-02-30' }),
    `${restore}:7  reviewed\n"reviewed" is not in the form that is needed here.\n` +
      'Write a day that exists as YYYY-MM-DD, such as 2026-10-01.',
  ],
  [
    'a time zone that is a city',
    { 'site.yaml': withLine(SITE_YAML, 'Europe/London', 'London') },
    'content/site.yaml:9  support.timeZone\nThere is no such time zone.\n' +
      'Name one of the IANA list, such as Europe/London.',
  ],
  [
    'hours that end before they begin',
    { 'site.yaml': withLine(SITE_YAML, 'to: "18:00"', 'to: "07:00"') },
    'content/site.yaml:11  support.hours[0].to\nThese hours end before they begin.\n' +
      'Write a later time. For hours past midnight, end them at "24:00" and begin the next day at "00:00".',
  ],
  [
    'an hour with one digit',
    { 'site.yaml': withLine(SITE_YAML, 'from: "08:00"', 'from: "8:00"') },
    'content/site.yaml:11  support.hours[0].from\n"support.hours[0].from" is not in the form that is needed here.\n' +
      'Write the time as "HH:MM" in quotes, such as "08:30".',
  ],
  [
    'a promise that is not in hours',
    { 'site.yaml': withLine(SITE_YAML, 'PT4H', 'P1D') },
    'content/site.yaml:13  support.promises.email.within\n' +
      'A promise is counted in support hours, not in days or months.\n' +
      'Write hours and minutes, such as PT4H or PT1H30M.',
  ],
  [
    'a synonym of two words',
    { 'site.yaml': `${SITE_YAML}synonyms:\n  - [login, sign in]\n` },
    'content/site.yaml:16  synonyms[0][1]\nSearch looks words up one by one.\n' +
      'Write single words, such as "login" beside "logon".',
  ],
  [
    'a synonym of nothing',
    { 'site.yaml': `${SITE_YAML}synonyms:\n  - [login]\n` },
    'content/site.yaml:16  synonyms[0]\n"synonyms[0]" is too short.\nWrite at least 2.',
  ],
  [
    'an audience whose id begins like a version',
    { 'audiences.yaml': `${AUDIENCES_YAML}- { id: 365-users, title: In the cloud, summary: You use 365. }\n` },
    'content/audiences.yaml:4  [3].id\n"[3].id" is not in the form that is needed here.\n' +
      'Begin it with a letter: what begins with a digit is read as a version.',
  ],
  [
    'an audience that is listed twice',
    { 'audiences.yaml': `${AUDIENCES_YAML}- { id: home, title: At home, summary: Again. }\n` },
    'content/audiences.yaml:4  [3].id\n"home" stands in this list twice.\n' +
      'Delete one of the two, or give it another id.',
  ],
  [
    'a version that is listed twice',
    { 'products/sync.yaml': withLine(SYNC_YAML, '"4.2"', '"5"') },
    'content/products/sync.yaml:6  versions[1].id\n"5" stands in this list twice.\n' +
      'Delete one of the two, or give it another id.',
  ],
  [
    'a file whose name cannot stand in an address',
    { 'articles/Restore A File!.mdx': article() },
    'content/articles/Restore A File!.mdx\n"Restore A File!" cannot stand in an address.\n' +
      'Name the file with lower-case letters, digits and single hyphens, such as restore-a-file.mdx.',
  ],
  [
    'a product whose name cannot stand in an address',
    { 'products/Sync_Pro.yaml': SYNC_YAML },
    'content/products/Sync_Pro.yaml\n"Sync_Pro" cannot stand in an address.\n' +
      'Name the file with lower-case letters, digits and single hyphens, such as sync-pro.yaml.',
  ],
  [
    'an article whose name ends in .md',
    { 'articles/move-in.md': article() },
    'content/articles/move-in.md\nThis file is not read, because its name ends in ".md".\nCall it move-in.mdx.',
  ],
  [
    'a site.yaml whose name ends in .yml',
    { 'site.yaml': null, 'site.yml': SITE_YAML },
    'content/site.yaml\nThis file is missing.\nAdd site.yaml to the content folder; README.md says what it holds.\n\n' +
      'content/site.yml\nThis file is not read, because its name ends in ".yml".\nCall it site.yaml.',
  ],
  [
    'an article without fields',
    { 'articles/restore-a-file.mdx': 'Open **Files**.\n' },
    `${restore}:1\nThis article has no fields above its text.\n` +
      'Begin the file with a line of ---, the fields (title, summary, type …), and a line of ---.',
  ],
  [
    'an empty file',
    { 'articles/restore-a-file.mdx': '' },
    `${restore}:1\nThis article has no fields above its text.\n` +
      'Begin the file with a line of ---, the fields (title, summary, type …), and a line of ---.',
  ],
];

for (const [mistake, files, says] of seeded) {
  test(`${mistake} is told with its place and how to mend it`, async () => {
    const said = await mistakesIn(files);

    assert.equal(said, says);
  });
}

for (const folder of ['no-such-folder', 'package.json']) {
  test(`CONTENT_DIR=${folder} is told, because no folder is there`, async () => {
    const { mistakes } = await tryContent(folder);

    assert.deepEqual(mistakes, [
      {
        problem: 'There is no content folder here.',
        where: { file: folder },
        fix: 'Set CONTENT_DIR to the folder that holds site.yaml and articles, or leave it out to use "content".',
      },
    ]);
  });
}

test('all mistakes of a folder are told in one run, sorted by file and line', async () => {
  await using content = await writeContent({
    'site.yaml': withLine(SITE_YAML, 'Europe/London', 'London'),
    'products/sync.yaml': withLine(SYNC_YAML, 'admin]', 'boss]'),
    'articles/a-second.mdx': article({ topic: 'nowhere' }, 'See [this](/articles/nothing/).'),
    ...withText('<Stepps>\n\n1. One\n\n</Stepps>'),
  });

  const reading = readContent(content.folder);

  await assert.rejects(reading, (error) => {
    assert.ok(error instanceof Mistakes);
    const [heading, ...mistakes] = error.message.split('\n\n');
    assert.equal(heading, '5 mistakes in the content. Nothing was built.');
    assert.deepEqual(
      mistakes.map((mistake) => mistake.split('\n').slice(0, 2)),
      [
        ['content/articles/a-second.mdx:6  topic', 'There is no topic "nowhere".'],
        ['content/articles/a-second.mdx:12', 'This links to an article "nothing", which does not exist.'],
        ['content/articles/restore-a-file.mdx:12', 'There is no tag <Stepps>.'],
        ['content/products/sync.yaml:3  audiences[2]', '"boss" is not an audience of this site.'],
        ['content/site.yaml:9  support.timeZone', 'There is no such time zone.'],
      ],
    );
    return true;
  });
});

test('one mistake is told as one', async () => {
  await using content = await writeContent({ 'site.yaml': null });

  const reading = readContent(content.folder);

  await assert.rejects(reading, /^Mistakes: One mistake in the content\. Nothing was built\.\n\ncontent\/site\.yaml\n/);
});

test('ids are not looked up in a list that cannot be read', async () => {
  const said = await mistakesIn({ 'topics.yaml': 'files' });

  assert.equal(said.split('\n\n').length, 1);
});
