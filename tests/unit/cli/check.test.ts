import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { article, SITE_YAML, writeContent, type ContentFiles } from '../../fixtures/site.ts';

const wrong = { 'articles/restore-a-file.mdx': article({ topic: 'nowhere' }, 'Open it.') };
const doubtful = { 'articles/share-a-folder.mdx': article({ title: 'Share a folder', keywords: '[share]' }) };

test('mistakes come first, then warnings, each with its place, problem and fix', async () => {
  const { said, status } = await check(['content'], { ...wrong, ...doubtful });

  assert.equal(status, 1);
  assert.equal(
    said,
    'content/articles/restore-a-file.mdx:6  topic\nThere is no topic "nowhere".\nTopics are listed in content/topics.yaml.\n\n' +
      'One mistake in the content.\n\n' +
      'content/articles/share-a-folder.mdx:9  keywords[0]\nThe keyword "share" stands in the title already.\n' +
      'Delete it, or write what customers call it instead.\n\nOne warning in the content. Warnings stop no build.\n',
  );
});

test('a warning alone is no failure', async () => {
  const { printed, said, status } = await check(['content'], doubtful);

  assert.equal(status, 0);
  assert.match(said, /^content\/articles\/share-a-folder\.mdx:9 {2}keywords\[0\]\n/);
  assert.equal(printed, 'Content is sound: 2 articles in 2 editions.\n');
});

test('a language into which nothing is translated is a warning that names the folder to copy', async () => {
  const { said, status } = await check(['content'], { 'site.yaml': inLanguage('de-AT') });

  assert.equal(status, 0);
  assert.equal(
    said,
    'content/site.yaml:4  language\nThe words around your articles are English: nothing is translated into "de-AT".\n' +
      'Copy src/strings/en/ to src/strings/de/ and translate it, or keep English words around articles in "de-AT".\n\n' +
      'One warning in the content. Warnings stop no build.\n',
  );
});

test('a kind of English needs no translation', async () => {
  const { said } = await check(['content'], { 'site.yaml': inLanguage('en-AU') });

  assert.equal(said, '');
});

test('programs get errors and warnings as one JSON value, and nothing else', async () => {
  const { printed, said, status } = await check(['--json'], { ...wrong, ...doubtful });

  assert.equal(status, 1);
  assert.equal(said, '');
  assert.deepEqual(JSON.parse(printed), {
    errors: [
      {
        file: 'content/articles/restore-a-file.mdx',
        line: 6,
        field: 'topic',
        problem: 'There is no topic "nowhere".',
        fix: 'Topics are listed in content/topics.yaml.',
      },
    ],
    warnings: [
      {
        file: 'content/articles/share-a-folder.mdx',
        line: 9,
        field: 'keywords[0]',
        problem: 'The keyword "share" stands in the title already.',
        fix: 'Delete it, or write what customers call it instead.',
      },
    ],
  });
});

test('programs are told of a mistake without a line or field as well', async () => {
  const { printed } = await check(['content', '--json'], { 'site.yaml': null });

  const { errors } = JSON.parse(printed) as { errors: unknown[] };
  assert.deepEqual(errors, [
    {
      file: 'content/site.yaml',
      line: null,
      field: null,
      problem: 'This file is missing.',
      fix: 'Add site.yaml to the content folder; README.md says what it holds.',
    },
  ]);
});

test('a warning alone is no failure for programs either', async () => {
  const { status } = await check(['--json'], doubtful);

  assert.equal(status, 0);
});

function inLanguage(language: string): string {
  return `${SITE_YAML.replace('language: en-GB', `language: ${language}`)}reviewEvery: P1000Y\n`;
}

/** Runs the command as a writer does. Reviews hold for ever, because the command goes by today's date. */
async function check(
  words: readonly string[],
  files: ContentFiles,
): Promise<{ printed: string; said: string; status: number | null }> {
  await using content = await writeContent({ 'site.yaml': `${SITE_YAML}reviewEvery: P1000Y\n`, ...files });
  const env = { ...process.env, CONTENT_DIR: content.folder };
  const { stdout, stderr, status } = spawnSync(process.execPath, ['src/cli/check.ts', ...words], {
    env,
    encoding: 'utf8',
  });
  return { printed: stdout, said: stderr, status };
}
