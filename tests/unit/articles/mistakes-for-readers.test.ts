import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mistakesIn, withFields, withText, type Seeded } from '../../fixtures/mistakes.ts';
import { article, SYNC_YAML, withLine } from '../../fixtures/site.ts';

const restore = 'content/articles/restore-a-file.mdx';
const audiencesOfSync = 'Its audiences are home, office, admin; they are listed in content/products/sync.yaml.';
const neverSeen =
  'No reader can ever see this: its condition holds for nobody that the article, or the <For> around it, is for.\n' +
  'Change the condition, widen versions or audiences above, or delete this part.';

const seeded: Seeded[] = [
  [
    'a product that does not exist',
    withFields({ product: 'snyc' }),
    `${restore}:5  product\nThere is no product "snyc".\n` +
      'Did you mean "sync"? Products are the files in content/products.',
  ],
  [
    'a topic that does not exist',
    withFields({ topic: 'file' }),
    `${restore}:6  topic\nThere is no topic "file".\n` +
      'Did you mean "files"? Topics are listed in content/topics.yaml.',
  ],
  [
    'an audience of a product that the site does not have',
    { 'products/sync.yaml': withLine(SYNC_YAML, 'admin]', 'admin, partners]') },
    'content/products/sync.yaml:3  audiences[3]\n"partners" is not an audience of this site.\n' +
      'Audiences are listed in content/audiences.yaml.',
  ],
  [
    'an audience of an article that the product does not have',
    withFields({ audiences: '[home, admins]' }),
    `${restore}:10  audiences[1]\n"admins" is not an audience of Northlight Sync.\n` +
      `Did you mean "admin"? ${audiencesOfSync}`,
  ],
  [
    'a range that cannot be read',
    withFields({ versions: 'newest' }),
    `${restore}:10  versions\n"newest" is not a range of versions.\nWrite one such as ">=5", "<4.2" or "3, 5".`,
  ],
  [
    'a range that covers nothing',
    withFields({ versions: '">=6"' }),
    `${restore}:10  versions\n">=6" covers no version of Northlight Sync.\n` +
      'Its versions are 5, 4.2, 3; they are listed in content/products/sync.yaml.',
  ],
  [
    'two editions for the same reader',
    { ...withFields({ versions: '">=4"' }), 'articles/restore-a-file@3.mdx': article({ versions: '"<5"' }) },
    `content/articles/restore-a-file@3.mdx:10  versions\n` +
      `Two editions serve version 4.2 for "home": this one and ${restore}.\n` +
      'Narrow versions or audiences of one of them. If they are two articles, rename one of the files.',
  ],
  [
    'a version between two editions that neither covers',
    { ...withFields({ versions: '">=5"' }), 'articles/restore-a-file@3.mdx': article({ versions: '"<4"' }) },
    `${restore}:10  versions\nNo edition of "restore-a-file" covers version 4.2 of Northlight Sync, ` +
      'while a newer and an older one are covered.\nWiden a range to take in 4.2, or add restore-a-file@4.2.mdx.',
  ],
  [
    'two files of one name in different folders',
    { 'articles/a/move-in.mdx': article(), 'articles/b/move-in.mdx': article() },
    'content/articles/b/move-in.mdx\nThere is another move-in.mdx: content/articles/a/move-in.mdx.\n' +
      'Rename one of the two. If both are editions of one article, add what tells them apart: move-in@5.mdx.',
  ],
  [
    'two editions that are about different products',
    {
      'products/mini.yaml': SYNC_YAML,
      'articles/a/move-in@4.mdx': article({ versions: '"<5"' }),
      'articles/b/move-in@5.mdx': article({ versions: '">=5"', product: 'mini' }),
    },
    'content/articles/b/move-in@5.mdx:5  product\n' +
      '"move-in" is about sync in content/articles/a/move-in@4.mdx and about mini here.\n' +
      'Slugs are unique in the site: rename one of the files, or make them editions of one product.',
  ],
  [
    'a <For> that contradicts itself',
    withText('Open it.\n\n<For versions="5" not=">=4">\n\nNever.\n\n</For>'),
    `${restore}:14\n${neverSeen}`,
  ],
  [
    'a <For> that contradicts the <For> around it',
    withText('<For versions="5">\n\nOne.\n\n<For versions="3">\n\nNever.\n\n</For>\n\n</For>\n\nTwo.'),
    `${restore}:16\n${neverSeen}`,
  ],
  [
    'a <For> that contradicts the fields above',
    { 'articles/restore-a-file.mdx': article({ audiences: '[home]' }, 'Open <For audiences="admin">it</For>.') },
    `${restore}:13\n${neverSeen}`,
  ],
  [
    'a misspelt attribute of <For>',
    withText('<For version="5">New.</For>'),
    `${restore}:12\n<For> has no attribute "version".\nDid you mean "versions"? It takes versions, audiences and not.`,
  ],
  [
    'a <For> that is for nobody in particular',
    withText('Open <For>it</For>.'),
    `${restore}:12\n<For> does not say whom it is for.\nAdd versions="…", audiences="…" or not="…".`,
  ],
  [
    'a <For> with an empty range',
    withText('Open <For versions="">it</For>.'),
    `${restore}:12\n"versions" of <For> is empty.\nSay whom it is for, or delete the <For> around this text.`,
  ],
  [
    'a <For> for an audience that does not exist',
    withText('Open <For audiences="admins">it</For>.'),
    `${restore}:12\n"admins" is not an audience of Northlight Sync.\nDid you mean "admin"? ${audiencesOfSync}`,
  ],
  [
    'a <For> whose audience is written as code',
    withText('Open <For audiences={["admin"]}>it</For>.'),
    `${restore}:12\n"audiences" of <For> holds code.\nWrite it as text: audiences="…".`,
  ],
  [
    'a text of which nothing is left for some readers',
    withText('<For versions="5">\n\nOpen **Files**.\n\n</For>'),
    `${restore}:12\nFor version 4.2, "home", nothing of the text is left.\n` +
      'Narrow versions or audiences above, or write what this reader should do.',
  ],
  [
    'a step that is empty for some readers',
    withText('<Steps>\n\n1. One.\n2. <For not="admin">Two.</For>\n\n</Steps>'),
    `${restore}:15\nFor version 5, "admin", this step is empty.\n` +
      'Put the whole step into the <For>, or write what this reader should see.',
  ],
  [
    'a heading that is empty for some readers',
    withText('## <For versions="5">Files</For>\n\nOpen it.'),
    `${restore}:12\nFor version 4.2, "home", this heading is empty.\n` +
      'Put the whole heading into the <For>, or write what this reader should see.',
  ],
];

for (const [mistake, files, says] of seeded) {
  test(`${mistake} is told with its place and how to mend it`, async () => {
    const said = await mistakesIn(files);

    assert.equal(said, says);
  });
}

test('a whole step in a <For> is no mistake, as the advice for an empty step says', async () => {
  const said = await mistakesIn(withText('<Steps>\n\n1. One.\n\n<For not="admin">\n\n2. Two.\n\n</For>\n\n</Steps>'));

  assert.equal(said, '');
});

test('every wrong <For> of an article is told', async () => {
  const said = await mistakesIn(withText('<For versions="9">One.</For>\n\n<For audiences="boss">Two.</For>'));

  const places = said.split('\n\n').map((mistake) => mistake.split('\n')[0]);
  assert.deepEqual(places, [`${restore}:12`, `${restore}:14`]);
});
