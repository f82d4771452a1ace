import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { findBrowser } from '../src/cli/find-browser.ts';
import { refuseWord, runCommand } from '../src/cli/run-command.ts';
import { didYouMean } from '../src/errors/did-you-mean.ts';
import { findPostgres } from './fixtures/find-postgres.ts';

// `npm test`: everything; `npm test -- unit` or `npm test -- e2e`: that part. Ends with one line that counts.
type Count = { passed: number; failed: number; passedLate?: number };

/** More of hundreds than this is no bad moment of the machine any more. */
const MOST_PASSED_LATE = 2;
const HANGS_AFTER_MS = 600_000;
const TELL_MOMENTS_APART = new URL('fixtures/tell-moments-apart.ts', import.meta.url).href;

const PARTS = ['unit', 'contract', 'build', 'e2e'];

await runCommand('test', async ([part, ...filters]) => {
  if (part !== undefined && !PARTS.includes(part)) {
    const fix = `${didYouMean(part, PARTS)}Write unit, contract, build or e2e, or nothing for all of them.`;
    return refuseWord('test', part, `"${part}" is no part of the tests.`, fix);
  }
  if (part !== 'e2e' && filters[0] !== undefined) {
    const fix = `Leave it out. Only e2e takes further words: npm test -- e2e ${filters[0]}.`;
    return refuseWord('test', filters[0], `"${filters[0]}" is one word too many.`, fix);
  }
  rmSync('test-results', { recursive: true, force: true });
  mkdirSync('test-results', { recursive: true });

  const counts: Count[] = [];
  if (part !== 'e2e') counts.push(await runInNode(part === undefined ? ['unit', 'contract', 'build'] : [part]));
  if (part === undefined || part === 'e2e') counts.push(runInBrowser(filters));

  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  const passedLate = counts.reduce((sum, count) => sum + (count.passedLate ?? 0), 0);
  const late = passedLate > 0 ? `, ${passedLate} of them at the second try ("flaky" above): find out why` : '';
  console.log(`\n${passed} passed${late}, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 || passedLate > MOST_PASSED_LATE ? 1 : 0;
});

function runInNode(folders: readonly string[]): Promise<Count> {
  // Before files of tests run side by side, and would install it side by side.
  if (folders.includes('contract')) console.log(`PostgreSQL: ${findPostgres(console.log)}`);
  const files = folders.flatMap((folder) => globSync(`tests/${folder}/**/*.test.ts`)).sort();
  return new Promise((resolve) => {
    // What waits for something that never comes fails, instead of holding up all the rest.
    const stream = run({ files, concurrency: 2, timeout: HANGS_AFTER_MS, execArgv: ['--import', TELL_MOMENTS_APART] });
    stream.on('test:summary', ({ counts: { passed, tests, skipped, todo }, file }) => {
      if (file === undefined) resolve({ passed, failed: tests - passed - skipped - todo });
    });
    stream.compose(new spec()).pipe(process.stdout);
  });
}

function runInBrowser(filters: readonly string[]): Count {
  const browser = findBrowser(process.env['CHROMIUM_PATH'], console.log);
  console.log(`Browser: ${browser}`);
  spawnSync('playwright', ['test', '--config', 'tests/e2e/playwright.config.ts', ...filters], {
    stdio: 'inherit',
    env: { ...process.env, HANDRAIL_TEST_BROWSER: browser },
  });
  return countOf('test-results/e2e.json');
}

/** A run that could not even begin leaves no report, or one that counts nothing: that is a failure too. */
function countOf(report: string): Count {
  try {
    const { stats, errors } = JSON.parse(readFileSync(report, 'utf8')) as {
      stats: { expected: number; unexpected: number; flaky: number };
      errors: unknown[];
    };
    const { expected, flaky, unexpected } = stats;
    return { passed: expected + flaky, failed: unexpected + errors.length, passedLate: flaky };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
