import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ruleFor, type Asked, type Rule } from '../../../src/offline/rule.ts';

describe('what the worker leaves alone', () => {
  const alone: [string, string, Partial<Asked>][] = [
    ['what is posted', '/articles/restore-a-file/', { method: 'POST', isNavigation: true }],
    ['a question about a page', '/articles/restore-a-file/', { method: 'HEAD' }],
    ['a part of a file, as players ask for it', '/_astro/film.webm', { isRange: true }],
    ['the endpoints', '/api/health', {}],
    ['an endpoint that is opened as a page', '/api/health', { isNavigation: true }],
    ['a video', '/videos/restore.webm', {}],
    ['its captions', '/videos/captions/restore-a-file.home.en.vtt', {}],
    ['another host', 'https://elsewhere.example/_astro/a.js', {}],
    ['the worker itself', '/sw.js', {}],
    ['a page that a script asks for', '/articles/restore-a-file/', {}],
  ];
  for (const [what, address, asked] of alone) {
    test(what, () => {
      const rule = ruleOf(address, asked);

      assert.deepEqual(rule, { kind: 'untouched' });
    });
  }
});

describe('what the worker answers', () => {
  const answered: [string, string, Rule][] = [
    ['an asset', '/_astro/Page.BvCyLUtr.css', { kind: 'asset' }],
    ['a part of the index', '/pagefind/fragment/en_044e736.pf_fragment', { kind: 'index-file' }],
    ['the table of the index', '/pagefind/pagefind.en_2b39c0b43e.pf_meta', { kind: 'index-file' }],
    ['the picture of a video', '/videos/restore.jpg', { kind: 'picture' }],
    ['the start of the index', '/pagefind/pagefind-entry.json?ts=1', { kind: 'index-start' }],
    ['code of the index without a hash', '/pagefind/wasm.unknown.pagefind', { kind: 'index-start' }],
  ];
  for (const [what, address, expected] of answered) {
    test(what, () => {
      const rule = ruleOf(address);

      assert.deepEqual(rule, expected);
    });
  }
});

describe('pages', () => {
  const kept: [string, string, string][] = [
    ['the home page', '/', '/'],
    ['an article', '/articles/restore-a-file/', '/articles/restore-a-file/'],
    ['an article for another reader', '/articles/restore-a-file/3/for-admin/', '/articles/restore-a-file/3/for-admin/'],
    ['an article without the slash', '/articles/restore-a-file', '/articles/restore-a-file/'],
    ['an article from a newsletter', '/articles/restore-a-file/?utm_source=mail', '/articles/restore-a-file/'],
    ['an article whose name says talk', '/articles/talk/', '/articles/talk/'],
    ['a topic', '/topics/files/', '/topics/files/'],
    ['a product', '/products/sync/', '/products/sync/'],
    ['search without a question', '/search/', '/search/'],
  ];
  for (const [what, address, copy] of kept) {
    test(`${what} is kept`, () => {
      const rule = ruleOf(address, { isNavigation: true });

      assert.deepEqual(rule, { kind: 'page', copy, isKept: true });
    });
  }

  test('an answer of the server to a question is not kept; the search page may stand in for it', () => {
    const rule = ruleOf('/search/?q=printer', { isNavigation: true });

    assert.deepEqual(rule, { kind: 'page', copy: '/search/', isKept: false, isSearch: true });
  });

  for (const address of ['/search/?q=', '/search/?product=sync']) {
    test(`${address} asks nothing yet`, () => {
      const rule = ruleOf(address, { isNavigation: true });

      assert.deepEqual(rule, { kind: 'page', copy: '/search/', isKept: false });
    });
  }

  for (const address of [
    '/talk/',
    '/articles/restore-a-file/talk/?version=5',
    '/articles/restore-a-file/voted/',
    '/requests/a-private-token/',
    '/desk/',
    '/no-such-page/',
    '/offline/',
  ]) {
    test(`${address} is never kept`, () => {
      const rule = ruleOf(address, { isNavigation: true });

      assert.deepEqual(rule, { kind: 'page', isKept: false });
    });
  }
});

test('a site below an address of its host leaves the rest of the host alone', () => {
  const scope = new URL('https://example.com/help/');
  const asked = (url: string): Asked => ({ method: 'GET', url: new URL(url), isNavigation: true, isRange: false });

  const rules = ['https://example.com/shop/', 'https://example.com/help/articles/a/', 'https://example.com/help/'].map(
    (url) => ruleFor(asked(url), scope),
  );

  assert.deepEqual(rules, [
    { kind: 'untouched' },
    { kind: 'page', copy: '/help/articles/a/', isKept: true },
    { kind: 'page', copy: '/help/', isKept: true },
  ]);
});

function ruleOf(address: string, asked: Partial<Asked> = {}): Rule {
  const scope = new URL('https://help.example.com/');
  return ruleFor({ method: 'GET', url: new URL(address, scope), isNavigation: false, isRange: false, ...asked }, scope);
}
