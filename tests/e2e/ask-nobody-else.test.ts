import { globSync, readFileSync } from 'node:fs';
import { expect, test } from './test.ts';

/** What a browser fetches by itself when it reads a page; links that a person follows are none of it. */
const FETCHED =
  /<(?:script|img|source|video|audio|iframe|embed|track|object)\b[^>]*?\b(?:src|srcset|poster|data)="(https?:)?\/\/|<link\b[^>]*?\brel="(?:stylesheet|preload|modulepreload|preconnect|dns-prefetch|icon)"[^>]*?\bhref="(https?:)?\/\//;

test('no built page asks a third party for anything', () => {
  const pages = globSync('dist/client/**/*.html');

  const asking = pages.filter((page) => FETCHED.test(readFileSync(page, 'utf8')));

  expect(pages.length).toBeGreaterThan(100);
  expect(asking).toEqual([]);
});

test('every page with an island brings what wakes it', () => {
  const pages = globSync('dist/client/**/*.html').filter((page) =>
    readFileSync(page, 'utf8').includes('<astro-island'),
  );

  const asleep = pages.filter((page) => {
    const files = [...readFileSync(page, 'utf8').matchAll(/<script type="module" src="([^"]+)"/g)];
    const scripts = files.map(([, file = '']) => readFileSync(`dist/client${file}`, 'utf8')).join('\n');
    return !/customElements\.(get|define)\("astro-island"/.test(scripts);
  });

  expect(pages.length).toBeGreaterThan(100);
  expect(asleep).toEqual([]);
});
