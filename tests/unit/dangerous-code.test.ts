import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const HTML_IN_TEXT =
  /set:html|dangerouslySetInnerHTML|\.(?:inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write/;
const CODE_IN_TEXT = /\beval\(|new Function\(/;

test('nothing that readers see is made of HTML in text', () => {
  // Clips are drawn by a browser of our own, out of storyboards of our own; charts out of numbers, all text escaped.
  // Within a sentence stands what Astro has made of a slot, its text escaped as anywhere.
  // What search engines are told is JSON, in which no tag can begin.
  const ESCAPED = [
    'src/components/desk/insights/ChartFigure.astro',
    'src/components/Metadata.astro',
    'src/components/Words.astro',
  ];
  const isDrawn = (file: string) => file.startsWith('src/clips/') || ESCAPED.includes(file);
  const files = sourcesOf('src/**/*.{ts,tsx,astro}', (file) => !isDrawn(file));

  const found = files.filter(({ text }) => HTML_IN_TEXT.test(text)).map(({ file }) => file);

  assert.ok(files.length > 100);
  assert.deepEqual(found, []);
});

test('no text is run as code', () => {
  const found = sourcesOf('src/**/*.{ts,tsx,astro}').filter(({ text }) => CODE_IN_TEXT.test(text));

  assert.deepEqual(
    found.map(({ file }) => file),
    [],
  );
});

test('the server and the help desks start no other program', () => {
  const files = sourcesOf('src/{server,help-desks,schema,letters}/**/*.ts');

  const found = files.filter(({ text }) => /child_process|worker_threads/.test(text)).map(({ file }) => file);

  assert.ok(files.length > 50);
  assert.deepEqual(found, []);
});

function sourcesOf(pattern: string, isMeant: (file: string) => boolean = () => true) {
  return globSync(pattern)
    .filter(isMeant)
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}
