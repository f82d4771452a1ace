import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { readStoryboard } from '../../../src/clips/read-storyboard.ts';
import { timeline } from '../../../src/clips/timeline.ts';

const STORYBOARDS = 'content/videos/storyboards';
const MEDIA = 'public/videos';
const LARGEST_BYTES = 1_000_000;
const LARGEST_SUM_BYTES = 8_000_000;

for (const file of readdirSync(STORYBOARDS).filter((name) => name.endsWith('.yaml'))) {
  const read = readStoryboard(readFileSync(`${STORYBOARDS}/${file}`, 'utf8'), file);
  if (read.ok && read.storyboard.makes === 'poster') continue;
  const name = file.replace(/\.yaml$/, '');

  test(`the film of ${name} is as long as its storyboard, and begins to play before all of it is there`, () => {
    assert.ok(read.ok);

    const film = readFileSync(`${MEDIA}/${name}.mp4`);

    const endMs = timeline(read.storyboard).at(-1)?.endMs ?? 0;
    assert.ok(
      Math.abs(durationMs(film) - endMs) <= 80,
      `${durationMs(film)} ms for ${endMs} ms: npm run clips ${name}`,
    );
    assert.ok(film.indexOf('moov') < film.indexOf('mdat'));
  });
}

test('each film is small enough for a telephone, and all of them for a repository', () => {
  const sizes = readdirSync(MEDIA).map((file) => ({ file, bytes: statSync(`${MEDIA}/${file}`).size }));

  const large = sizes.filter(({ bytes }) => bytes > LARGEST_BYTES);
  const sum = sizes.reduce((all, { bytes }) => all + bytes, 0);
  assert.deepEqual(large, []);
  assert.ok(sum <= LARGEST_SUM_BYTES, `${sum} bytes`);
});

/** As the header of the film says it: ISO/IEC 14496-12, `mvhd`, version 0. */
function durationMs(film: Buffer): number {
  const header = film.indexOf('mvhd');
  return (film.readUInt32BE(header + 20) / film.readUInt32BE(header + 16)) * 1000;
}
