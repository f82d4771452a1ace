import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mistakesIn, withFields, withText, type Seeded } from '../../fixtures/mistakes.ts';
import { article } from '../../fixtures/site.ts';

const restore = 'content/articles/restore-a-file.mdx';

const seeded: Seeded[] = [
  [
    'a link to an article that does not exist',
    withText('One.\n\nSee [this](/articles/share-a-foldr/#how).'),
    `${restore}:14\nThis links to an article "share-a-foldr", which does not exist.\n` +
      'Did you mean "share-a-folder"? Name the file of the article: /articles/<file without ending>/.',
  ],
  [
    'a link to a version that the article does not have',
    withText('See [this](/articles/share-a-folder/9/).'),
    `${restore}:12\nThis links to /articles/share-a-folder/9/, but "share-a-folder" has no such version or audience.\n` +
      'Name one that it has, or link to /articles/share-a-folder/.',
  ],
  [
    'a link to the file instead of the page',
    withText('See [this](share-a-folder.mdx).'),
    `${restore}:12\nThis links to "share-a-folder.mdx", which is no address.\n` +
      'Begin a link with "/" for a page of this site, such as /articles/<file without ending>/, or with https://.',
  ],
  [
    'a link without https: in front of its two slashes',
    withText('See [this](//example.com/help).'),
    `${restore}:12\nThis links to "//example.com/help", which is no address.\n` +
      'Begin a link with "/" for a page of this site, such as /articles/<file without ending>/, or with https://.',
  ],
  ...['javascript:', 'JavaScript:', 'data:', 'vbscript:', 'file:', 'blob:'].map((scheme): Seeded => [
    `a link that begins with ${scheme}`,
    withText(`See [this](${scheme}text/html,1).`),
    `${restore}:12\nThis links to an address that begins with "${scheme}", which this site does not open.\n` +
      'Link to a page of this site ("/articles/…"), or begin the address with https:, http:, mailto: or tel:.',
  ]),
  [
    'a link to a draft',
    {
      ...withText('See [this](/articles/share-a-folder/).'),
      'articles/share-a-folder.mdx': article({ draft: 'true' }),
    },
    `${restore}:12\nThis links to "share-a-folder", which is a draft: readers would find nothing there.\n` +
      'Publish that article as well, or take the link out.',
  ],
  [
    'a related article that does not exist',
    withFields({ related: '[share-a-folder, find-a-file]' }),
    `${restore}:10  related[1]\nThere is no article "find-a-file".\nName the file of the article, without folder and ending.`,
  ],
  [
    'an article that is related to itself',
    withFields({ related: '[restore-a-file]' }),
    `${restore}:10  related[0]\nAn article cannot be related to itself.\nDelete this line.`,
  ],
  [
    'an earlier address that two articles claim, with and without a slash',
    {
      ...withFields({ redirectFrom: '[/kb/1142-restore/]' }),
      'articles/share-a-folder.mdx': article({ redirectFrom: '[/kb/7-share, /kb/1142-restore]' }),
    },
    'content/articles/share-a-folder.mdx:10  redirectFrom[1]\n' +
      `/kb/1142-restore already leads to "restore-a-file" (${restore}).\nKeep it in one of the two.`,
  ],
  [
    'an earlier address at which another article answers today',
    withFields({ redirectFrom: '[/articles/share-a-folder/]' }),
    `${restore}:10  redirectFrom[0]\n"share-a-folder" answers at /articles/share-a-folder/ today.\n` +
      'Delete it: only a former address can lead here.',
  ],
  [
    'an earlier address that is the article’s own',
    withFields({ redirectFrom: '[/articles/restore-a-file/4.2]' }),
    `${restore}:10  redirectFrom[0]\n"restore-a-file" answers at /articles/restore-a-file/4.2 today.\n` +
      'Delete it: only a former address can lead here.',
  ],
  [
    'an earlier address of another site',
    withFields({ redirectFrom: '["https://old.example/kb/1"]' }),
    `${restore}:10  redirectFrom[0]\n"redirectFrom[0]" is not in the form that is needed here.\n` +
      'Write an address of this site, starting with "/", without white space (write %20), ? and #.',
  ],
  [
    'an earlier address that another article claims in other letters',
    {
      ...withFields({ redirectFrom: '[/kb/über]' }),
      'articles/share-a-folder.mdx': article({ redirectFrom: '[/kb/%c3%bcber/]' }),
    },
    'content/articles/share-a-folder.mdx:10  redirectFrom[0]\n' +
      `/kb/%c3%bcber/ already leads to "restore-a-file" (${restore}).\nKeep it in one of the two.`,
  ],
  ...['/', '/search', '/talk/', '/topics/files/', '/requests/x', '/api/votes', '/articles/share-a-folder/talk'].map(
    (address): Seeded => [
      `the site’s own ${address} as an earlier address`,
      withFields({ redirectFrom: `[${address}]` }),
      `${restore}:10  redirectFrom[0]\n${address} is an address of the site’s own pages, and answers today.\n` +
        'Delete it: only a former address can lead here.',
    ],
  ),
];

for (const [mistake, files, says] of seeded) {
  test(`${mistake} is told with its place and how to mend it`, async () => {
    const said = await mistakesIn(files);

    assert.equal(said, says);
  });
}

test('links to pages, forms, anchors, mail and other sites are no mistake', async () => {
  const links = [
    '/articles/share-a-folder',
    '/articles/share-a-folder/4.2/for-admin/#how',
    '/articles/share-a-folder/for-home/?a=1',
    '/articles/share-a-folder/talk/',
    '/topics/files/',
    '#how',
    'mailto:help@northlight.example',
    'tel:+441632960150',
    'https://example.com/',
    'HTTP://example.com/',
  ];

  const said = await mistakesIn(withText(links.map((link) => `- [this](${link})`).join('\n')));

  assert.equal(said, '');
});

test('a draft may link to a draft', async () => {
  const said = await mistakesIn({
    'articles/restore-a-file.mdx': article({ draft: 'true' }, 'See [this](/articles/share-a-folder/).'),
    'articles/share-a-folder.mdx': article({ draft: 'true' }),
  });

  assert.equal(said, '');
});

test('a link to a file whose fields are wrong is no mistake of its own', async () => {
  const said = await mistakesIn({
    ...withText('See [this](/articles/share-a-folder/5/).'),
    'articles/share-a-folder.mdx': article({ type: 'howto' }),
  });

  assert.match(said, /^content\/articles\/share-a-folder\.mdx:4 {2}type\n[^\n]+\n[^\n]+$/);
});

test('two editions of one article may name the same earlier address', async () => {
  const said = await mistakesIn({
    'articles/restore-a-file.mdx': article({ versions: '">=4"', redirectFrom: '[/kb/1142-restore]' }),
    'articles/restore-a-file@3.mdx': article({ versions: '"<4"', redirectFrom: '[/kb/1142-restore]' }),
  });

  assert.equal(said, '');
});
