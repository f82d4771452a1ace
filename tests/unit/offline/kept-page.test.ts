import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptPage, markedAsKept, readKeptPage } from '../../../src/offline/kept-page.ts';

test('a page that is kept knows when it was read and what it needs', async () => {
  const headers = new Headers({ 'content-type': 'text/html', 'content-encoding': 'br', 'content-length': '12' });

  const copy = keptPage('<p>Hello</p>', headers, 1_795_311_873_886, ['a.css', 'b.js']);

  assert.deepEqual(readKeptPage('/articles/a/', copy), {
    address: '/articles/a/',
    keptAtMs: 1_795_311_873_886,
    needs: ['a.css', 'b.js'],
  });
  assert.deepEqual(
    ['content-type', 'content-encoding', 'content-length'].map((name) => copy.headers.get(name)),
    ['text/html', null, null],
  );
  assert.equal(await copy.text(), '<p>Hello</p>');
});

test('the rules of a site for what its pages may do stay with the copy', () => {
  const headers = new Headers({ 'content-security-policy': "default-src 'self'" });

  const copy = keptPage('', headers, 0, []);

  assert.equal(copy.headers.get('content-security-policy'), "default-src 'self'");
});

test('a copy is told that it is one, once, and else is as it was', () => {
  const marked = markedAsKept('<!doctype html><html lang="en"><p>&lt;html</p><pre><html></pre>', 5, 'slow');

  assert.equal(
    marked,
    '<!doctype html><html data-kept-at="5" data-kept-because="slow" lang="en"><p>&lt;html</p><pre><html></pre>',
  );
});

test('what another version has left there counts as the oldest', () => {
  const kept = readKeptPage('/', new Response(''));

  assert.deepEqual(kept, { address: '/', keptAtMs: 0, needs: [] });
});
