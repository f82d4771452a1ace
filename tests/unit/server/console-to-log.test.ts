import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

for (const [what, event, status] of [
  [`console.error(new RangeError('Jo Bloggs wrote this'))`, 'rendering-failed', 0],
  [
    `console.error('[ERROR] Could not render /requests/a-token/\\n' + new RangeError('Jo Bloggs').stack)`,
    'rendering-failed',
    0,
  ],
  [`Promise.reject(new RangeError('Jo Bloggs wrote this'))`, 'rejection-unhandled', 0],
  [`setImmediate(() => { throw new RangeError('Jo Bloggs wrote this') })`, 'crashed', 1],
] as const) {
  test(`${event} is all that is left of ${what.slice(0, 40)}…, with the line of code`, () => {
    const { stdout, stderr, status: ended } = inProcess(what);

    const { at, ...line } = JSON.parse(stdout) as Record<string, string>;
    assert.deepEqual(line, { event, error: 'RangeError' });
    assert.match(at ?? '', /\[eval1\]:\d+|file:/);
    assert.doesNotMatch(stdout + stderr, /Bloggs|a-token/);
    assert.equal(ended, status);
  });
}

function inProcess(code: string) {
  const module = new URL('../../../src/server/console-to-log.ts', import.meta.url).href;
  const script = `const { consoleToLog } = await import(${JSON.stringify(module)});
    consoleToLog((event, fields) => process.stdout.write(JSON.stringify({ event, ...fields }) + '\\n'));
    ${code};`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
}
