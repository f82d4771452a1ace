import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { test, type TestContext } from 'node:test';
import { keepSources } from '../../src/articles/kept-sources.ts';
import { liveArticles } from '../../src/articles/live-articles.ts';
import { readContent } from '../../src/articles/read-content.ts';
import { Insights } from '../../src/schema/insights.ts';
import { openSqliteStore } from '../../src/server/store/sqlite.ts';
import { fillDatabase } from '../fixtures/history/fill-database.ts';
import { historyContent } from '../fixtures/history/history-content.ts';
import { history } from '../fixtures/history/history.ts';
import { writeContent, type ContentFiles } from '../fixtures/site.ts';

const UNTIL = Temporal.Instant.from('2026-11-20T12:00Z');
const DAYS = ['--since', '2026-08-22', '--until', '2026-11-20'];

test('npm run insights begins with what fails most surely, and says what to do with which file', async (t) => {
  const run = await site(t);

  const { stdout, status, stderr } = run(...DAYS);

  assert.deepEqual([status, stderr], [0, '']);
  const listed = [...stdout.matchAll(/^ {2}([a-z-]+)(?: for .+)?: surely/gm)].map(([, slug]) => slug);
  assert.deepEqual(listed, ['fails-many', 'fails-few', 'fails-on-one-version', 'made-worse', 'leads-to-people']);
  assert.match(stdout, /^ {2}fails-many: surely 65 % or more are not helped\n {4}280 of 400 say no, 20 readers asked/m);
  assert.match(
    stdout,
    /^ {2}fails-on-one-version for version 4\.2 and 3 .+: surely 41 % .+\n {4}60 of 120 say no, since/m,
  );
  assert.match(stdout, /^ {4}Correct content\/articles\/fails-many\.mdx:14, "Choose a day"\.$/m);
  assert.match(
    stdout,
    /^ {2}made-worse for .+: worse\n {4}Before .+ 25 of 250 said no, since then 68 of 150 said no\.$/m,
  );
});

test('the same is there for programs and for spreadsheets', async (t) => {
  const run = await site(t);

  const json = Insights.parse(JSON.parse(run('--json', ...DAYS).stdout));
  const table = run('--csv', ...DAYS).stdout.split('\r\n');

  assert.equal(json.failing[0]?.slug, 'fails-many');
  assert.match(table[0] ?? '', /^"about","what","article","place",/);
  assert.match(
    table[1] ?? '',
    /^"fails","readers say no","fails-many","content\/articles\/fails-many\.mdx",.+,280,400,0\.653,/,
  );
  assert.equal(table.length - 2, lines(json));
});

test('a site without any history is told so, and content with mistakes is named', async (t) => {
  const run = await site(t, { 'articles/broken.mdx': 'No fields.' }, false);

  const broken = run();
  await rm(join(run.folder, 'articles/broken.mdx'));
  const quiet = run();

  assert.equal(broken.status, 1);
  assert.match(broken.stderr, /^content\/articles\/broken\.mdx:1$/m);
  assert.match(quiet.stdout, /Nobody voted, and nobody asked for a person\.\nNo promise came to its time\./);
});

test('npm run insights -- learn proposes what readers call an article, and writes it where it is told to', async (t) => {
  const run = await site(t);
  const file = join(run.folder, 'articles/files/question-0005.mdx');

  const shown = run('learn', ...DAYS).stdout;
  const before = await readFile(file, 'utf8');
  const written = run('learn', '--write', ...DAYS);
  const again = run('learn', ...DAYS).stdout;

  assert.match(
    shown,
    /^# rollback: 15 times somebody searched with it and opened this article\. Such as "rollback a file"\.$/m,
  );
  assert.match(shown, /^# wayback: 5 times it was asked first, and the article was opened by other words\./m);
  assert.match(shown, /^\+keywords: \[undelete, "previous version", rollback, wayback, machine, time\]$/m);
  assert.doesNotMatch(shown, /zebra|resotre|number|lost/);
  assert.match(before, /^keywords: \[undelete, "previous version"\]$/m);
  assert.equal(written.status, 0);
  assert.match(
    await readFile(file, 'utf8'),
    /^keywords: \[undelete, "previous version", rollback, wayback, machine, time\]$/m,
  );
  assert.match(again, /^No word was used often enough that its article does not have\./);
});

test('an article that was edited since the site was built is judged by the text that readers still see', async (t) => {
  const run = await site(t);
  const beside = join(run.folder, '..');
  const { editions } = await readContent(run.folder);
  await keepSources(editions, join(beside, 'dist/sources'));
  await writeFile(join(beside, 'dist/stamp.json'), JSON.stringify({ contentDir: 'content' }));
  const file = join(run.folder, 'articles/fails-many.mdx');
  await writeFile(file, (await readFile(file, 'utf8')).replace('Every day has a copy.', 'There is one for each day.'));

  const elsewhere = run(...DAYS).stdout;
  const built = run.beside(...DAYS).stdout;

  assert.match(built, /^ {2}fails-many: surely 65 %/m);
  assert.doesNotMatch(elsewhere, /^ {2}fails-many: surely/m);
  assert.match(
    elsewhere,
    /^ {2}fails-many for .+: not sure\n {4}Before .+ 280 of 400 said no, since then nobody voted\.$/m,
  );
});

/** What a spreadsheet has a line for. */
function lines({ failing, faults, edits, reviews, promises, searches }: Insights): number {
  return [failing, faults, edits, reviews, promises, searches.questions].reduce((sum, { length }) => sum + length, 0);
}

async function site(t: TestContext, files: ContentFiles = {}, hasHistory = true) {
  const content = await writeContent({ ...historyContent(60), ...files });
  t.after(() => content[Symbol.asyncDispose]());
  const path = join(content.folder, '..', 'handrail.db');
  await (await openSqliteStore(path, UNTIL)).close();
  if (hasHistory) {
    const articles = liveArticles(await readContent(content.folder));
    const options = { seed: 7, until: UNTIL, days: 180, votes: 8_000, requests: 200 };
    await fillDatabase(`file:${path}`, history(articles, options));
  }
  const env = { CONTENT_DIR: content.folder, DATABASE_URL: `file:${path}` };
  const command = resolve('src/cli/insights.ts');
  const run = (...words: string[]) => spawnSync(process.execPath, [command, ...words], { env, encoding: 'utf8' });
  /** From the folder that holds the content, and a build of it. */
  const beside = (...words: string[]) =>
    spawnSync(process.execPath, [command, ...words], {
      cwd: join(content.folder, '..'),
      env: { ...env, CONTENT_DIR: 'content' },
      encoding: 'utf8',
    });
  return Object.assign(run, { folder: content.folder, beside });
}
