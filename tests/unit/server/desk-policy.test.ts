import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentSecurityPolicy, deskPolicyOf } from '../../../src/server/desk-policy.ts';

const policy = deskPolicyOf({
  routes: [
    {
      routeData: { route: '/desk' },
      styles: [
        { type: 'inline', content: 'a{}' },
        { type: 'external', src: '/a.css' },
      ],
    },
    { routeData: { route: '/articles/[slug]' }, styles: [{ type: 'inline', content: 'b{}' }] },
  ],
  inlinedScripts: [
    ['/src/pages/desk/index.astro?astro&type=script', 'follow()'],
    ['/src/pages/index.astro?astro&type=script', 'other()'],
  ],
});

test('a page of the desk carries out its own inline styles and scripts, by hash, and nothing of another page', () => {
  const header = contentSecurityPolicy(policy, '/desk');

  assert.match(header, /style-src 'self' 'sha256-[\w+/]{43}='(;|$)/);
  assert.match(header, /script-src 'self' 'sha256-[\w+/]{43}=';/);
  assert.equal(Object.keys(policy).length, 1);
});

test('everything that is not named is forbidden, and there is no way around it', () => {
  const header = contentSecurityPolicy(policy, '/desk/nobody-knows');

  assert.match(header, /^default-src 'none'; base-uri 'none';/);
  assert.match(header, /frame-ancestors 'none'/);
  assert.match(header, /script-src 'self'; style-src 'self'$/);
  assert.doesNotMatch(header, /unsafe|\*|https?:/);
});
