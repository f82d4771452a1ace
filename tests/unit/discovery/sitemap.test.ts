import assert from 'node:assert/strict';
import { test } from 'node:test';
import { robots } from '../../../src/discovery/robots.ts';
import { sitemap, sitemapParts } from '../../../src/discovery/sitemap.ts';

const SITE = 'https://help.example.com';

test('each page stands in the sitemap with its host and the time of its last change', () => {
  const xml = sitemap([{ address: '/articles/a&b/', changedAt: '2026-10-01T00:00:00Z' }, { address: '/' }], SITE);

  assert.equal(
    xml,
    `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url><loc>https://help.example.com/articles/a&amp;b/</loc><lastmod>2026-10-01T00:00:00Z</lastmod></url>
  <url><loc>https://help.example.com/</loc></url>
</urlset>
`,
  );
});

test('what fits in one file has no parts', () => {
  const pages = [{ address: '/' }, { address: '/articles/a/' }];

  assert.deepEqual(sitemapParts(pages, SITE, 2), []);
});

test('what does not fit is parted, and the sitemap lists the parts, each with its latest change', () => {
  const pages = [
    { address: '/articles/a/', changedAt: '2026-10-02T00:00:00Z' },
    { address: '/articles/b/', changedAt: '2026-10-01T00:00:00Z' },
    { address: '/articles/c/' },
  ];

  const [index, parts] = [sitemap(pages, SITE, 2), sitemapParts(pages, SITE, 2)];

  assert.match(index, /<sitemapindex xmlns=/);
  assert.match(
    index,
    /<loc>https:\/\/help\.example\.com\/sitemap-1\.xml<\/loc><lastmod>2026-10-02T00:00:00Z<\/lastmod>/,
  );
  assert.match(index, /<loc>https:\/\/help\.example\.com\/sitemap-2\.xml<\/loc><\/sitemap>/);
  assert.deepEqual(
    parts.map((part) => [...part.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address)),
    [[`${SITE}/articles/a/`, `${SITE}/articles/b/`], [`${SITE}/articles/c/`]],
  );
});

test('robots are told where the sitemap is, and to stay out of what is nobody’s answer', () => {
  const text = robots(SITE);

  assert.match(text, /^User-agent: \*$/m);
  for (const path of ['/api/', '/desk/', '/requests/']) assert.ok(text.includes(`\nDisallow: ${path}\n`), path);
  assert.match(text, /^Sitemap: https:\/\/help\.example\.com\/sitemap\.xml$/m);
  assert.doesNotMatch(text, /^Disallow: \/(articles\/)?$/m);
});
