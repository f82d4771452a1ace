import assert from 'node:assert/strict';
import { test } from 'node:test';
import { vimeo } from '../../../../src/video/providers/vimeo.ts';
import { frameOf, provesFrames, provesProvider, type Addresses } from '../provider-contract.ts';

const addresses: Addresses = {
  known: [
    'https://vimeo.com/1084537',
    'https://vimeo.com/1084537/',
    'https://www.vimeo.com/1084537?share=copy',
    'https://vimeo.com/1084537#t=1m23s',
    'https://vimeo.com/channels/staffpicks/1084537',
    'https://vimeo.com/groups/animation/videos/1084537',
    'https://player.vimeo.com/video/1084537?badge=0',
  ],
  refused: [
    'https://vimeo.com.evil.example/1084537',
    'https://evil.example/vimeo.com/1084537',
    'https://myvimeo.com/1084537',
    'https://vimeo.com/manage/videos/1084537',
    'https://vimeo.com/blender',
    'https://vimeo.com/1084537/likes',
    'https://player.vimeo.com/external/1084537.hd.mp4',
    'https://vimeo.com/',
  ],
};

provesProvider(vimeo, addresses);
provesFrames(vimeo, addresses, { start: /#t=83s$/ });

for (const address of ['https://vimeo.com/1084537/0a1b2c3d4e', 'https://player.vimeo.com/video/1084537?h=0a1b2c3d4e']) {
  test(`an unlisted film keeps the word that opens it: ${address}`, () => {
    const { page, playerAt } = frameOf(vimeo, address);

    assert.equal(new URL(playerAt()).searchParams.get('h'), '0a1b2c3d4e');
    assert.equal(page, 'https://vimeo.com/1084537/0a1b2c3d4e');
  });
}

test('Vimeo is asked not to track', () => {
  const player = frameOf(vimeo, 'https://vimeo.com/1084537').playerAt();

  assert.equal(new URL(player).searchParams.get('dnt'), '1');
});
