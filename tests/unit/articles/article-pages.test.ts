import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { articlePages } from '../../../src/articles/article-pages.ts';
import type { Frontmatter } from '../../../src/schema/article.ts';
import { edition, sketch, syncProduct } from '../../fixtures/editions.ts';

const product = syncProduct();

test('an article that is the same for everybody is one page', () => {
  const { pages } = articlePages([edition('Open it.')], product);

  assert.deepEqual(
    pages.map(({ address, serves }) => [address, serves.length]),
    [['/articles/restore-a-file/', 9]],
  );
});

test('the newest version for the first audience is the default page and comes first', () => {
  const editions = [
    edition('Old.', { id: 'restore-a-file@3', versions: '<4' }),
    edition('New.', { id: 'restore-a-file@4', versions: '>=4' }),
  ];

  const { pages } = articlePages(editions, product);

  assert.deepEqual(
    pages.map(({ address, reader, edition: { id } }) => [address, reader, id]),
    [
      ['/articles/restore-a-file/', { version: '5', audience: 'home' }, 'restore-a-file@4'],
      ['/articles/restore-a-file/3/', { version: '3', audience: 'home' }, 'restore-a-file@3'],
    ],
  );
});

test('each page holds the text of its reader', () => {
  const body =
    'Choose <For versions="5">History</For><For versions="<5">Snapshots</For><For audiences="admin"> for them</For>.';

  const { pages } = articlePages([edition(body)], product);

  assert.deepEqual(
    pages.map(({ address, tree }) => [address, sketch(tree)]),
    [
      ['/articles/restore-a-file/', 'p(Choose History.)'],
      ['/articles/restore-a-file/for-admin/', 'p(Choose History for them.)'],
      ['/articles/restore-a-file/4.2/', 'p(Choose Snapshots.)'],
      ['/articles/restore-a-file/4.2/for-admin/', 'p(Choose Snapshots for them.)'],
    ],
  );
});

test('two editions with the same text and title become one page', () => {
  const editions = [
    edition('Open it.', { id: 'restore-a-file@4', versions: '>=4' }),
    edition('Open it.\n', { id: 'restore-a-file@3', versions: '<4' }),
  ];

  const { pages } = articlePages(editions, product);

  assert.equal(pages.length, 1);
});

test('two editions with different titles stay two pages', () => {
  const editions = [
    edition('Open it.', { id: 'restore-a-file@4', versions: '>=4' }),
    edition('Open it.', { id: 'restore-a-file@3', versions: '<4', title: 'Get back a file in Sync 3' }),
  ];

  const { pages } = articlePages(editions, product);

  assert.equal(pages.length, 2);
});

const elsewhere: [string, Partial<Frontmatter>][] = [
  ['related articles', { related: ['share-a-folder'] }],
  ['topics', { topic: 'setup' }],
];
for (const [what, fields] of elsewhere) {
  test(`two editions with different ${what} stay two pages, whose text has the same hash`, () => {
    const editions = [
      edition('Open it.', { id: 'restore-a-file@4', versions: '>=4' }),
      edition('Open it.', { id: 'restore-a-file@3', versions: '<4', ...fields }),
    ];

    const { pages } = articlePages(editions, product);

    assert.equal(pages.length, 2);
    assert.equal(pages[0]?.contentHash, pages[1]?.contentHash);
  });
}

test('variants that differ in white space alone are one page', () => {
  const body =
    '<For versions="5">Open the file</For><For versions="<5">Open </For><For versions="<5"> the\nfile</For> .';

  const { pages } = articlePages([edition(body)], product);

  assert.equal(pages.length, 1);
});

test('every address of the article is a page or leads to one, and no redirect leads to another', () => {
  const editions = [edition('One<For versions="<5"> old</For><For audiences="admin"> admin</For>.')];
  const parts = ['', '5/', '4.2/', '3/'].flatMap((version) =>
    ['', 'for-home/', 'for-office/', 'for-admin/'].map((audience) => `${version}${audience}`),
  );

  const { pages, redirects } = articlePages(editions, product);

  const living = new Set(pages.map(({ address }) => address));
  for (const address of parts.map((part) => `/articles/restore-a-file/${part}`)) {
    assert.ok(living.has(address) !== redirects.has(address), address);
  }
  assert.deepEqual(
    [...redirects.values()].filter((target) => !living.has(target)),
    [],
  );
});

test('an address that was folded leads to the page that serves the same reader', () => {
  const { redirects } = articlePages([edition('One<For versions="<5"> old</For>.')], product);

  assert.equal(redirects.get('/articles/restore-a-file/5/for-admin/'), '/articles/restore-a-file/');
  assert.equal(redirects.get('/articles/restore-a-file/3/for-admin/'), '/articles/restore-a-file/4.2/');
});

test('an address for nobody whom the article serves leads nowhere', () => {
  const { redirects } = articlePages([edition('One.', { versions: '>=4', audiences: ['home'] })], product);

  assert.equal(redirects.has('/articles/restore-a-file/3/'), false);
  assert.equal(redirects.has('/articles/restore-a-file/for-admin/'), false);
});

test('an earlier address leads to the first page of the edition that names it', () => {
  const editions = [
    edition('New.', { id: 'restore-a-file@4', versions: '>=4', redirectFrom: ['/kb/1142-restore'] }),
    edition('Old.', { id: 'restore-a-file@3', versions: '<4', redirectFrom: ['/kb/7-snapshots'] }),
  ];

  const { former } = articlePages(editions, product);

  assert.equal(former.get('/kb/1142-restore/'), '/articles/restore-a-file/');
  assert.equal(former.get('/kb/7-snapshots/'), '/articles/restore-a-file/3/');
});

test('an earlier address of an edition that was folded into another leads to their page', () => {
  const editions = [
    edition('Same.', { id: 'restore-a-file@4', versions: '>=4' }),
    edition('Same.', { id: 'restore-a-file@3', versions: '<4', redirectFrom: ['/kb/7-snapshots'] }),
  ];

  const { former } = articlePages(editions, product);

  assert.equal(former.get('/kb/7-snapshots/'), '/articles/restore-a-file/');
});

test('an article without editions has no pages', () => {
  const { pages, redirects, former } = articlePages([], product);

  assert.deepEqual([pages, [...redirects], [...former]], [[], [], []]);
});

describe('the hash of a page', () => {
  const hashOf = (...written: Parameters<typeof edition>) =>
    articlePages([edition(...written)], product).pages[0]?.contentHash;
  const before = hashOf('---\ntitle: x\n---\n\nOpen **it**.');

  test('is 16 digits', () => {
    assert.match(before ?? '', /^[0-9a-f]{16}$/);
  });

  test('stays when white space, order or comments of the fields change', () => {
    const after = hashOf('---\n\n# Ours\ntitle:    x\n\n---\n\n\n\nOpen **it**.\n\n');

    assert.equal(after, before);
  });

  test('stays when fields change that readers do not read here', () => {
    const after = hashOf('Open **it**.', { reviewed: '2026-11-01', owner: 'others', keywords: ['new'] });

    assert.equal(after, before);
  });

  test('stays when a paragraph is broken elsewhere', () => {
    const after = hashOf('Open\n**it**.');

    assert.equal(after, before);
  });

  test('stays when a comment changes', () => {
    const after = hashOf('Open **it**.\n\n{/* ask Legal */}');

    assert.equal(after, before);
  });

  test('stays when text for other readers changes', () => {
    const after = hashOf('Open **it**.\n\n<For versions="3">\n\nOld.\n\n</For>');

    assert.equal(after, before);
  });

  for (const [what, changed] of [
    ['a word', 'Open **them**.'],
    ['a mark', 'Open it.'],
    ['a heading', '## Open **it**.'],
  ] as const) {
    test(`changes with ${what}`, () => {
      const after = hashOf(changed);

      assert.notEqual(after, before);
    });
  }

  test('changes with a link’s target and with an attribute', () => {
    const hashes = [
      hashOf('[it](/a)'),
      hashOf('[it](/b)'),
      hashOf('<Choice question="A?">\n\nx\n\n</Choice>'),
      hashOf('<Choice question="B?">\n\nx\n\n</Choice>'),
    ];

    assert.equal(new Set(hashes).size, 4);
  });

  for (const field of ['title', 'summary'] as const) {
    test(`changes with the ${field}`, () => {
      const after = hashOf('Open **it**.', { [field]: 'Another' });

      assert.notEqual(after, before);
    });
  }
});
