import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Frontmatter } from '../../../src/schema/article.ts';
import { SOUND_FRONTMATTER } from '../../fixtures/sound-frontmatter.ts';

test('an article needs seven fields, and the others have defaults', () => {
  const read = Frontmatter.safeParse(SOUND_FRONTMATTER);

  assert.deepEqual(read.data, { ...SOUND_FRONTMATTER, keywords: [], related: [], redirectFrom: [], draft: false });
});

for (const field of Object.keys(SOUND_FRONTMATTER)) {
  test(`an article without ${field} is refused`, () => {
    const read = Frontmatter.safeParse({ ...SOUND_FRONTMATTER, [field]: undefined });

    assert.deepEqual(
      read.error?.issues.map(({ path }) => path),
      [[field]],
    );
  });
}

const refused: Record<string, unknown> = {
  title: 'x'.repeat(121),
  summary: 'x'.repeat(301),
  type: 'faq',
  product: 'Northlight Sync',
  versions: '',
  audiences: [],
  topic: '',
  keywords: [''],
  reviewed: '2026-02-29',
  related: ['../share-a-folder'],
  redirectFrom: ['kb/1142-restore'],
  draft: 'yes',
  publishedAt: '2026-10-01',
};

for (const [field, value] of Object.entries(refused)) {
  test(`${field}: ${JSON.stringify(value).slice(0, 40)} is refused`, () => {
    const read = Frontmatter.safeParse({ ...SOUND_FRONTMATTER, [field]: value });

    assert.equal(read.error?.issues.length, 1);
  });
}

for (const address of [
  '/kb/1142?lang=en',
  '/kb#restore',
  'https://old.example/kb',
  '//old.example/kb',
  '/old page',
  '/a\nb',
  '/\\\\kb',
]) {
  test(`an earlier address is a path of this site, so ${address} is refused`, () => {
    const read = Frontmatter.safeParse({ ...SOUND_FRONTMATTER, redirectFrom: [address] });

    assert.deepEqual(
      read.error?.issues.map(({ path }) => path),
      [['redirectFrom', 0]],
    );
  });
}
