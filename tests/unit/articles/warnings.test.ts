import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { warningsIn, withFields, withText, type Seeded } from '../../fixtures/mistakes.ts';
import { article, SITE_YAML, SYNC_YAML } from '../../fixtures/site.ts';

const restore = 'content/articles/restore-a-file.mdx';
const share = 'content/articles/share-a-folder.mdx';
const hidesNothing =
  'This <For> hides nothing: it holds for everybody whom the article, or the <For> around it, is for.\n' +
  'Take the two tags out and leave the text, or narrow the condition.';
const twice = 'Give one of them a title of its own: readers tell them apart, and links to it last.';
const anAnchor = 'An anchor is the heading in lower case, with hyphens for spaces.';

// Told as on 21 November 2026.
const seeded: Seeded[] = [
  [
    'an article that nobody has checked for longer than the site allows',
    withFields({ reviewed: '2025-11-20' }),
    `${restore}:7  reviewed\nNobody has checked this article since 2025-11-20; its review was due on 2026-11-20.\n` +
      `Try what it says, mend it, and write today's date. How long a review holds is "reviewEvery" in site.yaml.`,
  ],
  [
    'a review that is yet to come',
    withFields({ reviewed: '2027-10-01' }),
    `${restore}:7  reviewed\nThe day of the review, 2027-10-01, is yet to come.\n` +
      'Write the day on which a person last checked this article.',
  ],
  [
    'a related article for other versions',
    {
      ...withFields({ versions: '">=5"', related: '[share-a-folder]' }),
      'articles/share-a-folder.mdx': article({ title: 'Share a folder', versions: '"<5"' }),
    },
    `${restore}:11  related[0]\n"share-a-folder" is for nobody who reads this article: they share no version and audience.\n` +
      'Take it out of this list, or widen versions or audiences of one of the two.',
  ],
  [
    'a related article about another product for other audiences',
    {
      ...withFields({ audiences: '[home, office]', related: '[share-a-folder]' }),
      'products/mini.yaml': SYNC_YAML,
      'articles/share-a-folder.mdx': article({ title: 'Share a folder', product: 'mini', audiences: '[admin]' }),
    },
    `${restore}:11  related[0]\n"share-a-folder" is for nobody who reads this article: they share no version and audience.\n` +
      'Take it out of this list, or widen versions or audiences of one of the two.',
  ],
  [
    'a related article that is a draft',
    {
      ...withFields({ related: '[share-a-folder]' }),
      'articles/share-a-folder.mdx': article({ title: 'Share a folder', draft: 'true' }),
    },
    `${restore}:10  related[0]\n"share-a-folder" is a draft: no reader is led there.\n` +
      'Publish that article as well, or take it out of this list.',
  ],
  [
    'a keyword whose words all stand in the title',
    withFields({ keywords: '[undelete, earlier file]' }),
    `${restore}:9  keywords[1]\nThe keyword "earlier file" stands in the title already.\n` +
      'Delete it, or write what customers call it instead.',
  ],
  [
    'a <For> that holds for everybody',
    withText('Open <For versions=">=3">it</For>.'),
    `${restore}:12\n${hidesNothing}`,
  ],
  [
    'a <For> that holds for everybody whom the article is for',
    { 'articles/restore-a-file.mdx': article({ audiences: '[home]' }, 'Open <For not="admin">it</For>.') },
    `${restore}:13\n${hidesNothing}`,
  ],
  [
    'a <For> that holds for everybody who sees the <For> around it',
    withText('<For versions="5">\n\nOne.\n\n<For versions=">=4">\n\nTwo.\n\n</For>\n\n</For>\n\nThree.'),
    `${restore}:16\n${hidesNothing}`,
  ],
  [
    'a heading that stands in a text twice',
    withText('## Files\n\nOne.\n\n## Files\n\nTwo.'),
    `${restore}:16\nThe heading "Files" has the anchor of the one in line 12, so it gets a number.\n${twice}`,
  ],
  [
    'a heading that some readers meet twice',
    withText('## Files\n\nOne.\n\n<For versions="3">\n\n### Files!\n\nTwo.\n\n</For>'),
    `${restore}:18\nFor version 3, "home", the heading "Files!" has the anchor of the one in line 12, so it gets a number.\n${twice}`,
  ],
  [
    'a link to a heading that the text does not have',
    withText('## On the web\n\nSee [above](#on-teh-web).'),
    `${restore}:14\nNo variant of this article has a heading with the anchor "#on-teh-web".\n` +
      `Did you mean "on-the-web"? ${anAnchor}`,
  ],
  [
    'a link to a heading that another article does not have',
    withText('See [this](/articles/share-a-folder/4.2/#how).'),
    `${restore}:12\nNo variant of "share-a-folder" has a heading with the anchor "#how".\n${anAnchor}`,
  ],
];

for (const [what, files, says] of seeded) {
  test(`${what} is told with its place and what to do`, async () => {
    const said = await warningsIn(files);

    assert.equal(said, says);
  });
}

describe('no warning is', () => {
  const sound: Seeded[] = [
    ['a review that is due today', withFields({ reviewed: '2025-11-21' }), ''],
    [
      'a review within the time that the site allows',
      { ...withFields({ reviewed: '2025-01-01' }), 'site.yaml': `${SITE_YAML}reviewEvery: P24M\n` },
      '',
    ],
    ['an old draft', withFields({ reviewed: '2020-01-01', draft: 'true' }), ''],
    ['a keyword that says more than the title', withFields({ keywords: '[file history]' }), ''],
    [
      'the same heading for different readers',
      withText('<For versions="5">\n\n## Files\n\nOne.\n\n</For>\n\n<For versions="<5">\n\n## Files\n\nTwo.\n\n</For>'),
      '',
    ],
    [
      'a link to a heading that one variant has',
      {
        ...withText('See [this](/articles/share-a-folder/#größe).'),
        'articles/share-a-folder.mdx': article(
          { title: 'Share a folder' },
          'One.\n\n<For versions="3">\n\n## Größe\n\nTwo.\n\n</For>',
        ),
      },
      '',
    ],
    ['an encoded link to a heading', withText('## Größe\n\nSee [this](#gr%C3%B6%C3%9Fe).'), ''],
    ['a link to a moment of a video', withText('See [this](/articles/share-a-folder/#v-share-83).'), ''],
    ['a link to a place of another site', withText('See [this](https://example.com/#how).'), ''],
    [
      'a related article that shares one reader',
      {
        ...withFields({ versions: '">=4"', related: '[share-a-folder]' }),
        'articles/share-a-folder.mdx': article({ title: 'Share a folder', versions: '"<5"' }),
      },
      '',
    ],
  ];
  for (const [what, files] of sound) {
    test(what, async () => {
      const said = await warningsIn(files);

      assert.equal(said, '');
    });
  }
});

test('an article with a mistake gets no warning, and the others do', async () => {
  const said = await warningsIn({
    'articles/restore-a-file.mdx': article({ keywords: '[file]', topic: 'nowhere' }),
    'articles/share-a-folder.mdx': article(
      { title: 'Share a folder', keywords: '[folder]', related: '[restore-a-file]' },
      'See [this](/articles/restore-a-file/#how).',
    ),
  });

  assert.equal(
    said,
    `${share}:9  keywords[0]\nThe keyword "folder" stands in the title already.\n` +
      'Delete it, or write what customers call it instead.',
  );
});
