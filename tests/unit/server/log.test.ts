import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { LogLevel } from '../../../src/schema/environment.ts';
import { LOG_EVENTS } from '../../../src/server/log-events.ts';
import { jsonLog } from '../../../src/server/log.ts';

const now = Temporal.Instant.from('2026-11-23T09:00Z');

test('each event of the log is one line of JSON, with how urgent it is, when and what', () => {
  const { log, lines } = logging();

  log('escalation-opened', { reference: '7K3F-9Q2M', note: 'two\nlines' });

  assert.deepEqual(lines, [
    '{"level":"info","time":"2026-11-23T09:00:00.000Z","event":"escalation-opened","reference":"7K3F-9Q2M","note":"two\\nlines"}\n',
  ]);
});

test('what somebody should look at is a warning or an error, whoever logs it', () => {
  const { log, lines } = logging();

  for (const event of ['delivered-twice', 'needs-a-person', 'alert-not-sent', 'unhealthy', 'store-unavailable']) {
    log(event);
  }

  const levels = lines.map((line) => (JSON.parse(line) as { level: string }).level);
  assert.deepEqual(levels, ['warn', 'error', 'error', 'error', 'error']);
});

test('an event that nobody has described yet is shown rather than hidden', () => {
  const { log, lines } = logging('warn');

  log('never-heard-of');

  assert.match(lines.join(''), /"level":"warn".*"never-heard-of"/);
});

for (const [level, logged] of [
  ['info', ['delivered', 'delivered-twice', 'unhealthy']],
  ['warn', ['delivered-twice', 'unhealthy']],
  ['error', ['unhealthy']],
] as const) {
  test(`with LOG_LEVEL=${level} what is less urgent is left out`, () => {
    const { log, lines } = logging(level);

    for (const event of ['delivered', 'delivered-twice', 'unhealthy']) log(event);

    assert.deepEqual(
      lines.map((line) => (JSON.parse(line) as { event: string }).event),
      logged,
    );
  });
}

test('the private address of a status page never gets into the log, nor does its token or an e-mail address', () => {
  const { log, lines } = logging();
  const token = 'pV3_-w'.repeat(7) + 'x';

  log('request-refused', {
    address: `/requests/${token}/messages`,
    short: '/requests/half-a-token',
    token,
    reason: 'key (email)=(jo.bloggs@example.com) is there already',
  });

  assert.match(lines.join(''), /"address":"\/requests\/…\/messages","short":"\/requests\/…","token":"…"/);
  assert.doesNotMatch(lines.join(''), /bloggs|example\.com|half/);
});

test('the line of code that broke stays whole, also where a package has an @ in its path', () => {
  const { log, lines } = logging();
  const at = 'answer (file:///srv/node_modules/@astrojs/node/dist/server.js:12:3)';

  log('request-failed', { at, id: 'a0b1c2d3-0000-7000-8000-00000000000a' });

  assert.deepEqual((JSON.parse(lines[0] ?? '') as { at: string }).at, at);
  assert.match(lines[0] ?? '', /"id":"a0b1c2d3-0000-7000-8000-00000000000a"/);
});

test('every event that the code logs is described, and nothing is described that is never logged', () => {
  const code = globSync('src/**/*.{ts,astro}', { exclude: ['src/server/log*.ts'] })
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const logged = [...code.matchAll(/\blog\(\s*([^,{)]*)/g)].flatMap(([, event = '']) =>
    [...event.matchAll(/(?<!=== )['`]([a-z][a-z-]+)(?=['`])/g)].map(([, name = '']) => name),
  );

  const described = Object.keys(LOG_EVENTS);
  assert.deepEqual(
    logged.filter((event) => !described.includes(event)),
    [],
  );
  const mentioned = (event: string) => code.includes(`'${event}'`) || event.startsWith('escalation-');
  assert.deepEqual(
    described.filter((event) => !mentioned(event)),
    [],
  );
});

function logging(level: LogLevel = 'info') {
  const lines: string[] = [];
  const log = jsonLog(
    (line) => lines.push(line),
    () => now,
    level,
  );
  return { log, lines };
}
