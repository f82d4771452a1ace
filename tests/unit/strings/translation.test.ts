import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'vite';
import { translation } from '../../../src/strings/translation.ts';

const ENGLISH = {
  'page.ts': `export const page = { skip: 'Skip to the page' };\n`,
  'talk.ts': `export const talk = { send: 'Send to a person' };\n`,
};

test('a room that is translated takes the place of the English one', async () => {
  const said = await builtIn('ar', { ar: { 'page.ts': `export const page = { skip: 'انتقل إلى الصفحة' };\n` } });

  assert.match(said, /انتقل إلى الصفحة/);
  assert.doesNotMatch(said, /Skip to the page/);
});

test('a room without a translation stays English', async () => {
  const said = await builtIn('ar', { ar: { 'page.ts': `export const page = { skip: 'انتقل إلى الصفحة' };\n` } });

  assert.match(said, /Send to a person/);
});

test('a kind of a language takes the words of that language', async () => {
  const said = await builtIn('pt-BR', { pt: { 'page.ts': `export const page = { skip: 'Ir para a página' };\n` } });

  assert.match(said, /Ir para a página/);
});

test('a kind of English stays English, whatever other languages there are', async () => {
  const said = await builtIn('en-GB', { ar: { 'page.ts': `export const page = { skip: 'انتقل إلى الصفحة' };\n` } });

  assert.match(said, /Skip to the page/);
});

test('a translation may take over what the English says', async () => {
  const own = `import { page as english } from '../en/page.ts';\nexport const page = { skip: english.skip + '!' };\n`;

  const said = await builtIn('de', { de: { 'page.ts': own } });

  assert.match(said, /Skip to the page[^]*!/);
});

/** What a bundle says that shows both rooms, on a site in `language`. */
async function builtIn(language: string, others: Record<string, Record<string, string>>): Promise<string> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'handrail-strings-'));
  const root = folder.path;
  for (const [name, files] of Object.entries({ en: ENGLISH, ...others })) {
    await mkdir(join(root, 'strings', name), { recursive: true });
    for (const [file, text] of Object.entries(files)) await writeFile(join(root, 'strings', name, file), text);
  }
  const entry = join(root, 'entry.ts');
  await writeFile(
    entry,
    `import { page } from './strings/en/page.ts';\nimport { talk } from './strings/en/talk.ts';\nconsole.log(page, talk);\n`,
  );
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [translation(async () => language, join(root, 'strings'))],
    build: { write: false, lib: { entry, formats: ['es'] } },
  });
  const [chunk] = [result].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []));
  return chunk?.type === 'chunk' ? chunk.code : '';
}
