import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { circleIn, importsOf, reachedFrom, sourceFiles, type SourceFile } from '../fixtures/imports.ts';

const LONGEST_FILE_LINES = 250;

/** Files that are longer, each with its reason. */
const LONGER: Readonly<Record<string, string>> = {};

const files = sourceFiles(fileURLToPath(new URL('../..', import.meta.url)));

test('schema and errors import zod, and of each other types only', () => {
  const astray = importsIn(/^src\/(schema|errors)\//, ({ target, isType }, path) => {
    if (target === 'zod' || folderOf(target) === folderOf(path)) return false;
    return !(isType && /^src\/(schema|errors)\//.test(target));
  });

  assert.deepEqual(astray, []);
});

test('variants, video, the planning of searches and the joining of results are pure', () => {
  const impure = reachedIn(/^src\/(variants|video)\/|^src\/search\/(plan|fuse)/, /^(node:|astro|pagefind|react)/, true);

  assert.deepEqual(impure, []);
});

test('insights are pure: they are told what the store holds, and what time it is', () => {
  const impure = reachedIn(/^src\/insights\//, /^(node:|astro|react)|^src\/(cli|pages)\//, true);

  assert.deepEqual(impure, []);
});

test('variants know nothing but shapes, errors and semver', () => {
  const astray = importsIn(
    /^src\/variants\//,
    ({ target }) => target !== 'semver' && !/^src\/(variants|schema|errors)\//.test(target),
  );

  assert.deepEqual(astray, []);
});

test('what runs in the browser leads to no server, no page and nothing of Node', () => {
  const astray = reachedIn(
    /^src\/(islands|search\/browser|offline\/(browser|worker))/,
    /^(node:|astro:|src\/(server|help-desks|pages|cli)\/)/,
    false,
  );

  assert.deepEqual(astray, []);
});

test('the service worker leads to no React, which breaks it', () => {
  const astray = reachedIn(/^src\/offline\/worker\//, /^react/, false);

  assert.deepEqual(astray, []);
});

test('pages of the desk load the strings of their own rooms in the browser', () => {
  const others = /^src\/strings\/en\/(?!(desk-live|desk-passkey|moment)[.]ts$)/;
  const astray = reachedIn(/^src\/components\/desk\/(follow-changes|passkey-button)[.]ts$/, others, false);

  assert.deepEqual(astray, []);
});

test('islands import shapes and other code of the browser, not articles', () => {
  const astray = importsIn(
    /^src\/islands\//,
    ({ target, isType }) => !isType && /^src\/(articles|components)\//.test(target),
  );

  assert.deepEqual(astray, []);
});

test('search loads the strings of its own rooms in the browser', () => {
  const astray = reachedIn(
    /^src\/search\/(browser|search-worker)/,
    /^src\/strings\/en\/(?!(search|search-results|tab)[.]ts$)/,
    false,
  );

  assert.deepEqual(astray, []);
});

test('islands, films and the worker load the strings of their own rooms', () => {
  const rooms = 'chosen|contact|fields|kept-(articles|copy)|moment|news|packet|reasons|talk|video-player|vote';
  const others = new RegExp(`^src/strings/en/(?!(${rooms})[.]ts$)`);
  const astray = reachedIn(/^src\/(islands|offline\/(browser|worker)|video\/browser)\//, others, false);

  assert.deepEqual(astray, []);
});

test('nothing imports a page, and what pages share stays among them', () => {
  // A file with an underscore is no route: https://docs.astro.build/en/guides/routing/#excluding-pages
  const astray = importsIn(/^src\//, ({ target }, path) => {
    const isShared = /\/_[^/]*$/.test(target) && path.startsWith('src/pages/');
    return target.startsWith('src/pages/') && !isShared;
  });

  assert.deepEqual(astray, []);
});

test('the server and the help desks do without Astro’s own modules', () => {
  const astray = reachedIn(/^src\/(server|help-desks)\//, /^astro:/, true);

  assert.deepEqual(astray, []);
});

test('settings alone read the environment; whoever needs them hands it over', () => {
  const readers = [...files.values()]
    .filter(({ path }) => path !== 'src/server/settings.ts')
    .filter(({ text }) => text.replaceAll('readSettings(process.env)', '').includes('process.env'))
    .map(({ path }) => path);

  assert.deepEqual(readers, []);
});

test('pages know of the environment only what Astro says of itself', () => {
  const readers = [...files.values()]
    .filter(({ text }) => /import\.meta\.env\.(?!DEV\b|BASE_URL\b)/.test(text))
    .map(({ path }) => path);

  assert.deepEqual(readers, []);
});

test(`a file has at most ${LONGEST_FILE_LINES} lines, or a reason`, () => {
  const long = [...files.values()]
    .filter(({ path, text }) => text.trimEnd().split('\n').length > LONGEST_FILE_LINES && !(path in LONGER))
    .map(({ path }) => path);

  assert.deepEqual(long, []);
});

test('no file that needs a reason has become short enough to do without', () => {
  const short = Object.keys(LONGER).filter((path) => {
    const text = files.get(path)?.text ?? '';
    return text.trimEnd().split('\n').length <= LONGEST_FILE_LINES;
  });

  assert.deepEqual(short, []);
});

test('no file leads back to itself', () => {
  const circle = circleIn(files);

  assert.equal(circle, undefined);
});

test('every import of a file leads to a file that exists', () => {
  const missing = importsIn(
    /^src\//,
    ({ target }) => /^src\/.*\.(ts|tsx|astro|css)$/.test(target) && !files.has(target),
  );

  assert.deepEqual(missing, []);
});

test('imports are seen in whatever form they are written', () => {
  const text = `---
import { a } from './a.ts';
import type { B } from '../schema/b.ts';
import {
  c,
  type D,
} from './c.ts';
import './e.css';
export { f } from './f.ts';
export type { G } from './g.ts';
const h = lazy(() => import('./h.tsx'));
// import { no } from './commented.ts';
const s = "import x from './text.ts'";
---
<style>
  @import './i.css';
</style>`;

  const imports = importsOf(text, 'src/pages/x.astro');

  assert.deepEqual(
    imports.map(({ target, isType }) => (isType ? `type ${target}` : target)),
    [
      'src/pages/a.ts',
      'type src/schema/b.ts',
      'src/pages/c.ts',
      'src/pages/e.css',
      'src/pages/f.ts',
      'type src/pages/g.ts',
      'src/pages/h.tsx',
      'src/pages/i.css',
    ],
  );
});

test('the files of every folder are looked at', () => {
  const folders = new Set([...files.keys()].map(folderOf));

  for (const folder of ['schema', 'errors', 'variants', 'articles', 'search', 'islands', 'pages', 'server']) {
    assert.ok(folders.has(`src/${folder}`), folder);
  }
});

/** Imports of the files that `where` names for which `isAstray` holds, each as `from -> to`. */
function importsIn(where: RegExp, isAstray: (found: SourceFile['imports'][number], path: string) => boolean): string[] {
  return [...files.values()]
    .filter(({ path }) => where.test(path))
    .flatMap(({ path, imports }) =>
      imports.filter((found) => isAstray(found, path)).map(({ target }) => `${path} -> ${target}`),
    );
}

/** What the files that `where` names lead to, over any number of files, and must not. */
function reachedIn(where: RegExp, forbidden: RegExp, withTypes: boolean): string[] {
  return [...files.keys()]
    .filter((path) => where.test(path))
    .flatMap((path) =>
      [...reachedFrom(path, files, withTypes)]
        .filter((target) => forbidden.test(target))
        .map((target) => `${path} -> ${target}`),
    );
}

function folderOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}
