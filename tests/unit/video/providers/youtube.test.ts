import assert from 'node:assert/strict';
import { test } from 'node:test';
import { youtube } from '../../../../src/video/providers/youtube.ts';
import { frameOf, provesFrames, provesProvider, type Addresses } from '../provider-contract.ts';

const addresses: Addresses = {
  known: [
    'https://youtu.be/aqz-KE-bpKQ',
    'https://youtu.be/aqz-KE-bpKQ?si=x7Yd_0kQ',
    'https://youtu.be/aqz-KE-bpKQ?t=83',
    'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
    'https://youtube.com/watch?v=aqz-KE-bpKQ&t=1m23s',
    'https://m.youtube.com/watch?app=desktop&v=aqz-KE-bpKQ',
    'https://www.youtube.com/watch?list=PL123&v=aqz-KE-bpKQ&index=2',
    'https://www.youtube.com/shorts/aqz-KE-bpKQ',
    'https://www.youtube.com/live/aqz-KE-bpKQ?feature=share',
    'https://www.youtube.com/embed/aqz-KE-bpKQ?start=83',
    'https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ',
    'http://www.youtube.com/watch?v=aqz-KE-bpKQ#x',
  ],
  refused: [
    'https://youtube.com.evil.example/watch?v=aqz-KE-bpKQ',
    'https://evil.example/youtube.com/watch?v=aqz-KE-bpKQ',
    'https://notyoutube.com/watch?v=aqz-KE-bpKQ',
    'https://youtu.be.evil.example/aqz-KE-bpKQ',
    'https://youtube.com@evil.example/watch?v=aqz-KE-bpKQ',
    'https://www.youtube.com:8443/watch?v=aqz-KE-bpKQ',
    'https://studio.youtube.com/video/aqz-KE-bpKQ/edit',
    'https://www.youtube.com/playlist?list=PL123',
    'https://www.youtube.com/@blender',
    'https://www.youtube.com/watch?v=short',
    'https://www.youtube.com/watch?v=aqz-KE-bpKQ"onload="x',
    'https://youtu.be/',
    'www.youtube.com/watch?v=aqz-KE-bpKQ',
  ],
};

provesProvider(youtube, addresses);
provesFrames(youtube, addresses, { start: /[?&]start=83(&|$)/ });

test('YouTube is asked through its host without cookies', () => {
  const player = frameOf(youtube, 'https://youtu.be/aqz-KE-bpKQ').playerAt();

  assert.equal(new URL(player).host, 'www.youtube-nocookie.com');
});

for (const [written, start] of [
  ['t=83', 83],
  ['t=83s', 83],
  ['t=1m23s', 83],
  ['t=1h0m5s', 3605],
  ['start=12', 12],
  ['t=soon', 0],
] as const) {
  test(`an address with ${written} starts at second ${start}, unless another is asked for`, () => {
    const { playerAt } = frameOf(youtube, `https://youtu.be/aqz-KE-bpKQ?${written}`);

    assert.match(playerAt(), new RegExp(`start=${start}$`));
    assert.match(playerAt(0), /start=0$/);
  });
}
