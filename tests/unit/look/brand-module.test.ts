import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brandModule } from '../../../src/look/brand-module.ts';

test('an icon beside the content is imported for a hash in its address', () => {
  const written = brandModule({ icon: './sign.svg' }, (name) => `/site/content/${name}`);

  assert.equal(
    written,
    'import icon from "/site/content/sign.svg?url&no-inline";\n' +
      'export const brand = { icon: { address: icon, type: "image/svg+xml" } };\n',
  );
});

test('an icon in public keeps its address', () => {
  const written = brandModule({ icon: '/night.png' }, (name) => name);

  assert.equal(written, 'export const brand = { icon: { address: "/night.png", type: "image/png" } };\n');
});

test('a site without an icon of its own shows the star in its accent', () => {
  const written = brandModule({}, (name) => name);

  assert.match(written, /brand = \{ icon: \{ address: "\/favicon.svg", type: "image\/svg\+xml" \} \}/);
});
