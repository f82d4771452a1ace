import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { searchAddress, serverOrigin, siteAddress, talkAddress } from '../../../src/components/server-address.ts';
import { readSettings, type Settings } from '../../../src/server/settings.ts';

const site = new URL('https://help.example.com');
const article = { slug: 'restore-a-file', version: '5', audience: 'home' };

test('on one host pages find the server without naming it', (t) => {
  build(t, readSettings({}));

  assert.equal(serverOrigin(), '');
  assert.equal(searchAddress(), '/search/');
  assert.equal(talkAddress(article), '/articles/restore-a-file/talk/?version=5&audience=home');
});

test('pages lead to the server that the settings name, blanks and slashes around it taken off', (t) => {
  build(t, readSettings({ PUBLIC_API_URL: ' https://api.example.com/base// ' }));

  assert.equal(serverOrigin(), 'https://api.example.com/base');
  assert.equal(talkAddress(), 'https://api.example.com/base/talk/');
});

test('without a server people are reached by phone and e-mail, at the foot of the page', (t) => {
  build(t, readSettings({ PUBLIC_API_URL: 'none' }));

  assert.equal(serverOrigin(), undefined);
  assert.equal(talkAddress(article), '#contact');
  assert.equal(searchAddress(), '/search/');
});

test('pages of a server that stands elsewhere lead to the site that customers know', (t) => {
  build(t, readSettings({ PUBLIC_API_URL: 'https://api.example.com' }));

  const here = [false, true].map((isPrerendered) => siteAddress('/articles/a/', { site, isPrerendered }));

  assert.deepEqual(here, ['https://help.example.com/articles/a/', '/articles/a/']);
});

test('pages of a server on the host of the site name no host', (t) => {
  build(t, readSettings({}));

  assert.equal(siteAddress('/', { site, isPrerendered: false }), '/');
});

/** Puts the setting where the build puts it. */
function build(t: TestContext, { publicApi }: Settings): void {
  Object.assign(globalThis, { HANDRAIL_PUBLIC_API: publicApi });
  t.after(() => Reflect.deleteProperty(globalThis, 'HANDRAIL_PUBLIC_API'));
}
