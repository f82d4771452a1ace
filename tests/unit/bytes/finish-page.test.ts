import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finishPage } from '../../../src/bytes/finish-page.ts';
import { inlineStyles } from '../../../src/bytes/inline-styles.ts';
import { shortScopes } from '../../../src/bytes/short-scopes.ts';

const SHEET = '.a[data-astro-cid-aaaaaaaa]{color:var(--ink)}';
const SITE = { sheets: new Map([['/_astro/a.css', SHEET]]), scopes: shortScopes([SHEET]) };

test('the styles of a page stand in it, under marks as short as those of its elements', () => {
  const { html } = finishPage(
    '<head><link rel="stylesheet" href="/_astro/a.css"></head><p class="a" data-astro-cid-aaaaaaaa>',
    SITE,
  );

  assert.equal(html, '<head><style>.a[data-0]{color:var(--ink)}</style></head><p class="a" data-0>');
});

test('scripts that stand in a page become one file, and data stays', () => {
  const json = '<script type="application/ld+json">{"a":1}</script>';

  const { html, scripts } = finishPage(`<body><script>one()\n</script><script>two()</script>${json}</body>`, SITE);

  const [[address, code] = []] = [...scripts];
  assert.equal(html, `<body><script type="module" src="${address}"></script>${json}</body>`);
  assert.match(address ?? '', /^\/_astro\/page\.[0-9a-f]{8}\.js$/);
  assert.equal(code, 'one()\n;\ntwo()');
});

test('scripts that came after the end of the page stand in it', () => {
  const { html } = finishPage('<html><body>a</body></html><script type="module" src="/b.js"></script>', SITE);

  assert.equal(html, '<html><body>a<script type="module" src="/b.js"></script></body></html>');
});

test('style sheets in a row become one, in their order', () => {
  const sheets = new Map([
    ['/_astro/a.css', '@layer base{p{margin:0}}'],
    ['/_astro/b.css', '@layer base{p{margin:1px}}'],
  ]);
  const links = '<link rel="stylesheet" href="/_astro/a.css"><link rel="stylesheet" href="/_astro/b.css">';

  const { html } = finishPage(`<head>${links}</head>`, { sheets, scopes: new Map() });

  assert.equal(html, '<head><style>@layer base{p{margin:0}}@layer base{p{margin:1px}}</style></head>');
});

test('a style sheet that is not of this build stays a link, and its neighbours stand in the page', () => {
  const foreign = '<link rel="stylesheet" href="https://styles.example/b.css">';
  const ours = '<link rel="stylesheet" href="/_astro/a.css">';

  const { html } = finishPage(`<head>${ours}${foreign}${ours}</head>`, SITE);

  const style = '<style>.a[data-0]{color:var(--ink)}</style>';
  assert.equal(html, `<head>${style}${foreign}${style}</head>`);
});

test('public pages made on demand get their styles too; those that belong to somebody keep files', () => {
  const route = (name: string) => ({
    routeData: { route: name },
    styles: [{ type: 'external' as const, src: '/_astro/a.css' }],
  });
  const routes = [route('/search/answer'), route('/desk'), route('/requests/[token]')];

  inlineStyles(routes, new Map([['_astro/a.css', 'a{}\n']]));

  assert.deepEqual(
    routes.map(({ styles }) => styles[0]),
    [
      { type: 'inline', content: 'a{}' },
      { type: 'external', src: '/_astro/a.css' },
      { type: 'external', src: '/_astro/a.css' },
    ],
  );
});
