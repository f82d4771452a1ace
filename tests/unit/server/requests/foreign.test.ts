import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isForeign } from '../../../../src/server/requests/foreign.ts';

const SITE = { siteUrl: 'https://help.example.com', serverUrl: 'https://api.example.com' };

const ours: { it: string; headers: Record<string, string> }[] = [
  { it: 'a program, which names no page', headers: {} },
  { it: 'a page of the site', headers: { origin: 'https://help.example.com' } },
  {
    it: 'a page of the site that asks its server on another host',
    headers: { origin: 'https://help.example.com', 'sec-fetch-site': 'same-site' },
  },
  {
    it: 'a page of the site on another domain than its server',
    headers: { origin: 'https://help.example.com', 'sec-fetch-site': 'cross-site' },
  },
  { it: 'a page of the server', headers: { origin: 'https://api.example.com' } },
  {
    it: 'a private page, which tells nobody where it is',
    headers: { origin: 'null', 'sec-fetch-site': 'same-origin' },
  },
  { it: 'a private page in a browser that says no more', headers: { origin: 'null' } },
  {
    it: 'a page under a name that SITE_URL does not know',
    headers: { origin: 'http://localhost:4321', host: 'localhost:4321' },
  },
  {
    it: 'the same behind a proxy that takes the https away',
    headers: { origin: 'https://www.example.com', host: 'www.example.com' },
  },
  {
    it: 'a page under such a name behind a proxy that changes the host',
    headers: { origin: 'https://www.example.com', host: '127.0.0.1:4321', 'sec-fetch-site': 'same-origin' },
  },
];

for (const { it, headers } of ours) {
  test(`${it} is ours`, () => {
    assert.equal(isForeign(new Request('http://127.0.0.1:4321/api/votes', { headers }), SITE), false);
  });
}

const foreign: { it: string; headers: Record<string, string> }[] = [
  { it: 'a page of another site', headers: { origin: 'https://elsewhere.example' } },
  {
    it: 'a page of another site, whatever the host',
    headers: { origin: 'https://elsewhere.example', host: 'help.example.com', 'sec-fetch-site': 'cross-site' },
  },
  { it: 'a page of a neighbour', headers: { origin: 'https://blog.example.com', 'sec-fetch-site': 'same-site' } },
  { it: 'a page that hides where it is', headers: { origin: 'null', 'sec-fetch-site': 'cross-site' } },
  { it: 'a page that was kept from saying', headers: { 'sec-fetch-site': 'cross-site' } },
  { it: 'our site without its lock', headers: { origin: 'http://help.example.com' } },
  { it: 'an origin that is no address', headers: { origin: 'help.example.com' } },
];

for (const { it, headers } of foreign) {
  test(`${it} is foreign`, () => {
    assert.equal(isForeign(new Request('http://127.0.0.1:4321/api/votes', { headers }), SITE), true);
  });
}
