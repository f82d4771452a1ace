import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../../../src/cli/find-browser.ts';
import { refuseWord, runCommand } from '../../../src/cli/run-command.ts';
import { inFewColours } from './in-few-colours.ts';
import { keptFiles } from './kept-screens.ts';

const FOLDER = 'tests/e2e/visual/screens';

// `npm run screens`: keeps every screen that has changed as it looks now, and removes those that are none any more.
// `npm run screens -- -g home`: looks only at those with "home" in their names.
await runCommand('screens', async (words) => {
  const [option, name, more] = words;
  const stranger = option === undefined || option === '-g' ? more : option;
  if (stranger !== undefined || (option === '-g' && name === undefined)) {
    const fix = 'Write npm run screens -- -g home, or nothing for all screens.';
    return refuseWord('screens', words.join(' '), `"${stranger ?? option}" says nothing about which screens.`, fix);
  }
  const browser = findBrowser(process.env['CHROMIUM_PATH'], console.log);
  const { status } = spawnSync(
    'playwright',
    [
      ...[
        'test',
        '--config',
        'tests/e2e/playwright.config.ts',
        'e2e/visual/look-as-before',
        '--update-snapshots=changed',
      ],
      ...words,
    ],
    { stdio: 'inherit', env: { ...process.env, HANDRAIL_TEST_BROWSER: browser } },
  );

  const kept = new Set(keptFiles());
  const files = readdirSync(FOLDER);
  for (const file of files.filter((each) => !kept.has(each))) rmSync(join(FOLDER, file));
  const renewed: string[] = [];
  for (const file of files.filter((each) => kept.has(each)))
    if (await inFewColours(join(FOLDER, file))) renewed.push(file);

  const bytes = readdirSync(FOLDER).reduce((sum, file) => sum + statSync(join(FOLDER, file)).size, 0);
  console.log(
    renewed.length === 0 ? '\nEvery screen looks as before.' : `\nKept as they look now:\n  ${renewed.join('\n  ')}`,
  );
  console.log(
    `${kept.size} screens, ${(bytes / 1e6).toFixed(1)} MB. Look at them before you commit: git diff --stat ${FOLDER}`,
  );
  process.exitCode = status ?? 1;
});
