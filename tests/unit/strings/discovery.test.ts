import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discovery } from '../../../src/strings/en/discovery.ts';

test('what a picture says ends a question with its own sign, and a title without one with a full stop', () => {
  const said = ['How do I see my pictures?', 'Share a folder'].map((title) =>
    discovery.picture({ title, site: 'Acme Help' }),
  );

  assert.deepEqual(said, ['How do I see my pictures? Acme Help', 'Share a folder. Acme Help']);
});
