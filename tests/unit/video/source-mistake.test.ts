import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceMistake } from '../../../src/video/source-mistake.ts';

const forms =
  'Write a file of this site (/videos/name.webm or .mp4, below public/), or a YouTube, Vimeo or PeerTube address.';
const outside = 'Write the public address, or put the file into public/videos.';

const mistakes: [source: string, problem: string, fix: string][] = [
  ['restore.webm', '"restore.webm" is no address.', forms],
  ['youtu.be/aqz-KE-bpKQ', '"youtu.be/aqz-KE-bpKQ" is no address.', 'Write https://youtu.be/aqz-KE-bpKQ, in quotes.'],
  ['https://', '"https://" cannot be read as an address.', forms],
  ['https://you tube/x', '"https://you tube/x" cannot be read as an address.', forms],
  ['/videos/restore.mov', '"/videos/restore.mov" is not a video file that browsers play.', forms],
  ['https://example.com/film', 'No provider knows "https://example.com/film" as a video.', forms],
  [
    'https://youtube.com.evil.example/watch?v=aqz-KE-bpKQ',
    'No provider knows "https://youtube.com.evil.example/watch?v=aqz-KE-bpKQ" as a video.',
    forms,
  ],
  [
    'https://www.youtube.com/playlist?list=PL1',
    'No provider knows "https://www.youtube.com/playlist?list=PL1" as a video.',
    'This is a playlist. Open the video on YouTube, choose Share, and copy the address: https://youtu.be/….',
  ],
  [
    'https://studio.youtube.com/video/aqz-KE-bpKQ/edit',
    'No provider knows "https://studio.youtube.com/video/aqz-KE-bpKQ/edit" as a video.',
    'This is no single video. Open the video on YouTube, choose Share, and copy the address: https://youtu.be/….',
  ],
  [
    'https://vimeo.com/manage/videos/1084537',
    'No provider knows "https://vimeo.com/manage/videos/1084537" as a video.',
    'Open the video on Vimeo, choose Share, and copy the address: https://vimeo.com/ and a number.',
  ],
  [
    'https://cdn.example/films/restore.mp4',
    '"https://cdn.example/films/restore.mp4" is a file on another site.',
    'Put the file into public/videos and write /videos/restore.mp4.',
  ],
  [
    'https://me:secret@youtu.be/aqz-KE-bpKQ',
    'This address holds a name or password, which every reader would see.',
    'Write the address that is given to everybody.',
  ],
  ...['localhost', '127.0.0.1', '10.1.2.3', '192.168.0.7', '172.20.0.1', '169.254.1.1', 'tube', 'tube.local'].map(
    (host): [string, string, string] => [
      `https://${host}/w/3d5ysZYqUQjKZ3jDAWX3vY`,
      `"${host}" is not an address that readers outside of your network can reach.`,
      outside,
    ],
  ),
  ['http://[fd00::1]/w/x', '"[fd00::1]" is not an address that readers outside of your network can reach.', outside],
];

for (const [source, problem, fix] of mistakes) {
  test(`${source} is told with how to mend it`, () => {
    const mistake = sourceMistake(source);

    assert.deepEqual(mistake, { problem, fix });
  });
}

for (const source of [
  '/videos/restore.webm',
  'https://youtu.be/aqz-KE-bpKQ',
  'https://vimeo.com/1084537',
  'https://172.15.0.1/w/3d5ysZYqUQjKZ3jDAWX3vY',
]) {
  test(`${source} is sound`, () => {
    const mistake = sourceMistake(source);

    assert.equal(mistake, undefined);
  });
}
