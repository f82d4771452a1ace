import { spawnSync } from 'node:child_process';
import { checkContentAsJson, checkContentFolder } from './check-content.ts';
import { readSettings } from '../server/settings.ts';
import { runCommand } from './run-command.ts';

// `npm run check`: content, types, lint and layout of the code. `npm run check -- content` looks at the content alone;
// `--json` does too, for programs: what was found as one JSON value, which `npm run --silent` leaves alone on stdout.
const CODE_CHECKS = [
  ['astro', 'check', '--minimumSeverity', 'warning'],
  ['eslint', '--max-warnings', '0', '.'],
  ['prettier', '--check', '--log-level', 'warn', '.'],
];

await runCommand('check', async (words) => {
  const { contentDir } = readSettings(process.env);
  const today = Temporal.Now.plainDateISO().toString();
  const isForPrograms = words.includes('--json');
  const isContentSound = await (isForPrograms ? checkContentAsJson : checkContentFolder)(contentDir, today);
  const failures = isForPrograms || words.includes('content') ? [] : CODE_CHECKS.filter((command) => !passes(command));
  for (const command of failures) console.error(`${command.join(' ')} found something; see above.`);
  if (!isContentSound || failures.length > 0) process.exitCode = 1;
});

function passes([program = '', ...words]: readonly string[]): boolean {
  return spawnSync(program, words, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}
