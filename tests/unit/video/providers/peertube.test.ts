import assert from 'node:assert/strict';
import { test } from 'node:test';
import { peertube } from '../../../../src/video/providers/peertube.ts';
import { frameOf, provesFrames, provesProvider, type Addresses } from '../provider-contract.ts';

const addresses: Addresses = {
  known: [
    'https://video.blender.example/w/3d5ysZYqUQjKZ3jDAWX3vY',
    'https://video.blender.example/w/3d5ysZYqUQjKZ3jDAWX3vY?start=1m23s',
    'https://video.blender.example/videos/watch/3d5ysZYqUQjKZ3jDAWX3vY',
    'https://video.blender.example/videos/embed/3d5ysZYqUQjKZ3jDAWX3vY?title=0',
  ],
  refused: [
    'https://video.blender.example/w/p/3d5ysZYqUQjKZ3jDAWX3vY',
    'https://video.blender.example/w/short',
    'https://video.blender.example/w/0OIl0OIl0OIl0OIl0OIl0O',
    'https://video.blender.example/a/blender/videos',
    'https://video.blender.example:9000/w/3d5ysZYqUQjKZ3jDAWX3vY',
    'https://video.blender.example/x/w/3d5ysZYqUQjKZ3jDAWX3vY',
  ],
};

provesProvider(peertube, addresses);
provesFrames(peertube, addresses, { start: /[?&]start=83s(&|$)/ });

test('a PeerTube video may be named by a UUID', () => {
  const { page, playerAt } = frameOf(
    peertube,
    'https://tube.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d?start=12s',
  );

  assert.equal(page, 'https://tube.example/w/9c9de5e8-0a1e-484a-b099-e80766180a6d?start=12s');
  assert.match(playerAt(), /start=12s$/);
});

test('viewers do not send pieces of the film to each other', () => {
  const player = frameOf(peertube, 'https://tube.example/w/3d5ysZYqUQjKZ3jDAWX3vY').playerAt();

  assert.equal(new URL(player).searchParams.get('p2p'), '0');
});
