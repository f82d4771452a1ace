import { readFileSync, writeFileSync } from 'node:fs';
import { missingOptional, type Lock } from './missing-optional.ts';
import { runCommand } from './run-command.ts';

// npm leaves builds for other systems out of the lock where its registry lacks them; `npm ci` then fails on those
// systems, and on this one. `npm run lock` puts them back, to be run after every change of a dependency.
await runCommand('lock', async () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  const missing = missingOptional(lock);
  for (const { path, version, os, cpu } of missing)
    lock.packages[path] = { version, optional: true, ...(os && { os: [os] }), cpu: [cpu] };
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
  console.log(missing.length === 0 ? 'The lock is complete.' : `Added ${missing.map(({ path }) => path).join(', ')}.`);
});
