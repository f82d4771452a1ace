import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headerFacts, playersOf } from '../../../src/headers/header-facts.ts';
import { headersFile, LONGEST_LINE } from '../../../src/headers/headers-file.ts';
import { hashOf, inlineIn } from '../../../src/headers/inline-in.ts';
import { inlineOnDemand } from '../../../src/headers/inline-on-demand.ts';
import { pageHeaders } from '../../../src/headers/page-headers.ts';
import { deskHeaders, publicHeaders, type HeaderFacts } from '../../../src/headers/security-headers.ts';

const BUILT = { inline: { scripts: ["'sha256-c='"], styles: ["'sha256-s='"] }, players: ['https://player.vimeo.com'] };
const FACTS: HeaderFacts = { ...BUILT, isSecure: true };

test('what a public page may do is named, and all else is forbidden', () => {
  const { 'content-security-policy': policy = '' } = publicHeaders(FACTS);

  assert.deepEqual(policy.split('; '), [
    "default-src 'none'",
    "base-uri 'none'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    'frame-src https://player.vimeo.com',
    "img-src 'self'",
    "manifest-src 'self'",
    "media-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval' 'sha256-c='",
    "style-src 'self' 'sha256-s='",
    "worker-src 'self'",
  ]);
});

test('a built page may show the styles that stand in it alone, and no script that stands in a page', () => {
  const headers = pageHeaders(FACTS, { "'sha256-one='": ['index.html'], '': ['plain.html'] });

  assert.match(
    headers('index.html')?.['content-security-policy'] ?? '',
    /'wasm-unsafe-eval'; style-src 'self' 'sha256-one=';/,
  );
  assert.match(headers('plain.html')?.['content-security-policy'] ?? '', /style-src 'self';/);
  assert.equal(headers('_astro/page.js'), undefined);
});

test('pages of a host without the server may ask the server, and send it their forms', () => {
  const { 'content-security-policy': policy } = publicHeaders({ ...FACTS, server: 'https://api.example.com' });

  assert.match(policy ?? '', /connect-src 'self' https:\/\/api\.example\.com;/);
  assert.match(policy ?? '', /form-action 'self' https:\/\/api\.example\.com;/);
});

test('at the desk nothing stands inline, nothing of others is shown, and nobody is told where somebody was', () => {
  const headers = deskHeaders(FACTS, { hasPolicy: true });

  assert.match(headers['content-security-policy'] ?? '', /script-src 'self'; style-src 'self'; worker-src/);
  assert.doesNotMatch(headers['content-security-policy'] ?? '', /https?:|unsafe|sha256|frame-src/);
  assert.equal(headers['referrer-policy'], 'no-referrer');
  assert.match(headers['permissions-policy'] ?? '', /publickey-credentials-get=\(self\)/);
});

test('a form of the desk leads nowhere else, wherever members sign in with another account', () => {
  const headers = deskHeaders(FACTS, { hasPolicy: true });

  assert.match(headers['content-security-policy'] ?? '', /form-action 'self';/);
});

test('an opened drawing runs nothing, fetches nothing and leads nowhere', () => {
  const headers = pageHeaders(FACTS, {})('_astro/logo.D1a2.svg');

  assert.equal(
    headers?.['content-security-policy'],
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox",
  );
});

test('only a site that customers see through https asks browsers to come by https alone', () => {
  const [secure, plain] = [publicHeaders(FACTS), publicHeaders({ ...FACTS, isSecure: false })];

  assert.equal(secure['strict-transport-security'], 'max-age=63072000');
  assert.equal(plain['strict-transport-security'], undefined);
});

test('the settings say whether the site is secure, and which other hosts have to do with it', () => {
  const facts = headerFacts(BUILT, {
    siteUrl: 'https://help.example.com',
    publicApi: { kind: 'elsewhere', url: 'https://api.example.com/help' },
  });

  assert.deepEqual(facts, {
    ...BUILT,
    isSecure: true,
    server: 'https://api.example.com',
  });
});

test('of players, only those of videos that there are may be shown', () => {
  const players = playersOf([
    { cuts: [{ source: '/videos/a.webm' }, { source: 'https://youtu.be/aaaaaaaaaaa' }] },
    { cuts: [{ source: 'https://www.youtube.com/watch?v=bbbbbbbbbbb' }, { source: 'https://vimeo.com/1' }] },
  ]);

  assert.deepEqual(players, ['https://player.vimeo.com', 'https://www.youtube-nocookie.com']);
});

test('scripts and styles that stand in a page are known by hash; files and data are neither', () => {
  const html =
    '<style>a{}</style><script>b()</script><script type="application/ld+json">{}</script><script src="/c.js"></script>';

  const inline = inlineIn(html);

  assert.deepEqual(inline, { styles: [hashOf('a{}')], scripts: [hashOf('b()')] });
  // From the example of CSP 3, 8.3, reckoned apart with openssl.
  assert.equal(hashOf("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
});

test('of pages made on demand the styles are known, and what wakes the islands that there are', () => {
  const inline = inlineOnDemand({
    routes: [
      {
        routeData: { prerender: false },
        styles: [
          { type: 'inline', content: 'a{}' },
          { type: 'external', src: '/b.css' },
        ],
      },
      { routeData: { prerender: true }, styles: [{ type: 'inline', content: 'c{}' }] },
    ],
    clientDirectives: [
      ['load', 'load()'],
      ['visible', 'see()'],
    ],
    inlinedScripts: [],
  });

  assert.deepEqual(inline, { styles: [hashOf('a{}')], scripts: [hashOf('load()')] });
});

test('static hosts get the same headers in a file, without a line that they would not read, of which is told', () => {
  const everywhere = { 'x-content-type-options': 'nosniff', 'content-security-policy': 'a'.repeat(LONGEST_LINE) };

  const { text, warnings } = headersFile({
    everywhere,
    drawings: ['/*.svg'],
    unchanging: ['/_astro/*', '/previews/*'],
  });

  assert.deepEqual(text.split('\n'), [
    '/*',
    '  x-content-type-options: nosniff',
    '/*.svg',
    '  ! content-security-policy',
    "  content-security-policy: default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox",
    '/_astro/*',
    '  cache-control: public, max-age=31536000, immutable',
    '/previews/*',
    '  cache-control: public, max-age=31536000, immutable',
    '/feed.xml',
    '  content-type: application/atom+xml; charset=utf-8',
    '',
  ]);
  assert.deepEqual(warnings, [
    {
      problem: 'The header content-security-policy is left out: it has 2027 characters, and static hosts read 2000.',
      where: { file: 'dist/client/_headers' },
      fix: 'Nothing is to be done where `npm start` serves the site. On a host for files, set it in the rules of the host.',
    },
  ]);
});
