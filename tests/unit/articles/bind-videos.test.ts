import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articlePages } from '../../../src/articles/article-pages.ts';
import { articleView } from '../../../src/articles/article-view.ts';
import { bindVideos, videosIn } from '../../../src/articles/bind-videos.ts';
import { prune } from '../../../src/articles/prune.ts';
import type { Video, VideoCut } from '../../../src/schema/video.ts';
import { edition, syncProduct, treeOf } from '../../fixtures/editions.ts';

const product = syncProduct();
const body = 'Open it.\n\n<Video id="restore" />\n';

test('a reader gets their own cut', () => {
  const tree = prune(treeOf(body), product, { version: '5', audience: 'admin' });

  const bound = bindVideos(tree, [video()], product, { version: '5', audience: 'admin' });

  assert.deepEqual(
    videosIn(bound).map(({ id, source }) => [id, source]),
    [['restore', '/videos/admin.webm']],
  );
});

test('a video brings along the language of its captions, whatever the language of the page', () => {
  const { cuts, ...shown } = video();
  const inFrench = { ...shown, cuts: cuts.map((each) => ({ ...each, captions: 'restore.fr.vtt', language: 'fr' })) };
  const tree = prune(treeOf(body), product, { version: '5', audience: 'home' });

  const bound = bindVideos(tree, [inFrench], product, { version: '5', audience: 'home' });

  assert.deepEqual(
    videosIn(bound).map(({ language }) => language),
    ['fr'],
  );
});

test('readers of other cuts have pages of their own, and readers of the same cut share one', () => {
  const { pages } = articlePages([edition(body)], product, [video()]);

  assert.deepEqual(
    pages.map(({ address, serves }) => [address, serves.map(({ version, audience }) => `${version} ${audience}`)]),
    [
      ['/articles/restore-a-file/', ['5 home', '5 office', '4.2 home', '4.2 office', '3 home', '3 office']],
      ['/articles/restore-a-file/for-admin/', ['5 admin', '4.2 admin', '3 admin']],
    ],
  );
});

test('two cuts that show the same fold into one page', () => {
  const { cuts } = video();
  const same = { ...video(), cuts: cuts.map((each) => ({ ...each, source: '/videos/same.webm' })) };

  const { pages } = articlePages([edition(body)], product, [same]);

  assert.equal(pages.length, 1);
});

for (const [what, change] of [
  ['recording', { source: '/videos/other.webm' }],
  ['captions', { cues: [{ startMs: 0, endMs: 1, text: 'Other words.' }] }],
  ['chapters', { chapters: [{ startMs: 0, title: 'Other' }] }],
] as const) {
  test(`other ${what} change the content hash of the pages that show them, and of no other`, () => {
    const [home, admin] = video().cuts;
    const changed = { ...video(), cuts: [home ?? cut({}), { ...(admin ?? cut({})), ...change }] };

    const [before, after] = [video(), changed].map((each) => articlePages([edition(body)], product, [each]).pages);

    assert.equal(after?.[0]?.contentHash, before?.[0]?.contentHash);
    assert.notEqual(after?.[1]?.contentHash, before?.[1]?.contentHash);
  });
}

test('a video that is hidden from a reader is not looked for', () => {
  const hidden = edition('Open it.\n\n<For audiences="home">\n\n<Video id="home-only" />\n\n</For>\n');
  const only = { ...video(), id: 'home-only', cuts: [cut({ audiences: ['home'] })] };

  const { pages } = articlePages([hidden], product, [only]);

  assert.deepEqual(
    pages.map(({ tree }) => videosIn(tree).length),
    [1, 0],
  );
});

test('what a video says counts neither as reading time nor as a heading', () => {
  const long = { ...video(), cuts: [cut({ cues: [{ startMs: 0, endMs: 1, text: 'word '.repeat(4000) }] })] };

  const view = articleView(
    edition(body),
    product,
    { version: '5', audience: 'home' },
    { form: 'form', links: [], videos: [long] },
  );

  assert.deepEqual([view.minutes, view.headings], [1, []]);
});

test('a video that was not checked is a bug, and says so', () => {
  assert.throws(() => articlePages([edition(body)], product, []), {
    message: 'Video "restore" was not checked: no cut for version 5, home.',
  });
});

function video(): Video {
  return {
    id: 'restore',
    file: 'content/videos/restore.yaml',
    title: 'Get back a file',
    cuts: [
      cut({ audiences: ['home', 'office'], source: '/videos/home.webm' }),
      cut({ audiences: ['admin'], source: '/videos/admin.webm' }),
    ],
  };
}

function cut(changes: Partial<VideoCut>): VideoCut {
  return {
    source: '/videos/home.webm',
    files: [],
    captions: 'restore.en.vtt',
    language: 'en',
    recorded: '2026-10-01',
    cues: [{ startMs: 0, endMs: 4000, text: 'Open Sync.' }],
    chapters: [],
    ...changes,
  };
}
