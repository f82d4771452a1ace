import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

/** What begins each track of sound, as the header of the file says it: Matroska's codec ids, and `hdlr` of ISO 14496-12. */
const SOUND = { webm: /A_(OPUS|VORBIS|AAC)/, mp4: /hdlr.{8}soun/s } as const;

test('the films of the demonstration have no sound, so that nothing in them has to be heard or described', () => {
  const films = globSync('public/videos/*.{webm,mp4}');

  const heard = films.filter((film) =>
    SOUND[film.endsWith('.mp4') ? 'mp4' : 'webm'].test(readFileSync(film, 'latin1')),
  );

  assert.ok(films.length > 5);
  assert.deepEqual(heard, []);
});
