import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchRecords } from '../../../src/search/search-records.ts';
import { readContent } from '../../../src/articles/read-content.ts';
import { article, writeContent } from '../../fixtures/site.ts';

const FILES = {
  'articles/restore-a-file.mdx': article({}, 'Open **Files**.\n\n## Then\n\nGo on.\n\n<Video id="restore" />\n'),
  'videos/restore.yaml':
    'title: Get back a file\ncuts:\n' +
    '  - { audiences: [home, office], source: "https://youtu.be/aqz-KE-bpKQ", captions: a.en.vtt, recorded: 2026-10-01 }\n' +
    '  - { audiences: [admin], source: "https://youtu.be/aqz-KE-bpKQ", captions: b.en.vtt, recorded: 2026-10-01 }\n',
  'videos/a.en.vtt': 'WEBVTT\n\n01:23.000 --> 01:30.000\nThe zebra.\n',
  'videos/b.en.vtt': 'WEBVTT\n\n00:07.500 --> 00:09.000\n<v Ann>The giraffe.\n',
};

test('what a video says is below the text of those who see it, at its second', async () => {
  await using written = await writeContent(FILES);
  const content = await readContent(written.folder);

  const records = searchRecords(content).filter(({ slug }) => slug === 'restore-a-file');

  assert.deepEqual(
    records.map(({ address, sections }) => [address, sections.slice(2)]),
    [
      [
        '/articles/restore-a-file/',
        [{ heading: { depth: 3, id: 'v-restore-83', text: 'In the video, at 1:23' }, text: 'The zebra.' }],
      ],
      [
        '/articles/restore-a-file/for-admin/',
        [{ heading: { depth: 3, id: 'v-restore-7', text: 'In the video, at 0:07' }, text: 'The giraffe.' }],
      ],
    ],
  );
});

test('the text around a video holds nothing of it', async () => {
  await using written = await writeContent(FILES);
  const content = await readContent(written.folder);

  const [record] = searchRecords(content).filter(({ slug }) => slug === 'restore-a-file');

  assert.deepEqual(
    record?.sections.slice(0, 2).map(({ heading, text }) => [heading?.id, text]),
    [
      [undefined, 'Open Files.'],
      ['then', 'Go on.'],
    ],
  );
});
