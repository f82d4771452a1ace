import assert from 'node:assert/strict';
import { test } from 'node:test';
import { darkTwinOf, findPicture } from '../../../src/pictures/find-picture.ts';

// As macOS writes it: the dots after a bare u.
const ON_DISK = 'articles/u\u0308ber.png';
const DARK = 'articles/u\u0308ber.dark.png';

for (const written of ['./\u00fcber.png', './u\u0308ber.png', './%C3%BCber.png']) {
  test(`a picture whose name macOS wrote with its dots apart is found as ${encodeURI(written)}`, () => {
    const place = { article: 'articles/about.mdx', names: [ON_DISK, DARK], shown: (name: string) => name };

    const found = findPicture(written, place);

    assert.deepEqual(found, { name: ON_DISK });
  });
}

test('its twin for the dark theme is found too, however either is written', () => {
  const twin = darkTwinOf('articles/\u00fcber.png', [ON_DISK, DARK]);

  assert.equal(twin, DARK);
});
