import { spawnSync } from 'node:child_process';
import { checkContentFolder } from './check-content.ts';
import { readSettings } from '../server/settings.ts';
import { stopWithMistakes } from './stop-with-mistakes.ts';

// `npm run check`: content, types, lint and layout of the code. `npm run check -- content` looks at the content alone.
const CODE_CHECKS = [
  ['astro', 'check', '--minimumSeverity', 'warning'],
  ['eslint', '--max-warnings', '0', '.'],
  ['prettier', '--check', '--log-level', 'warn', '.'],
];

await stopWithMistakes(async () => {
  const { contentDir } = readSettings(process.env);
  const isContentSound = await checkContentFolder(contentDir);
  const failures = process.argv[2] === 'content' ? [] : CODE_CHECKS.filter((command) => !passes(command));
  for (const command of failures) console.error(`${command.join(' ')} found something; see above.`);
  if (!isContentSound || failures.length > 0) process.exitCode = 1;
});

function passes([program = '', ...words]: readonly string[]): boolean {
  return spawnSync(program, words, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}
