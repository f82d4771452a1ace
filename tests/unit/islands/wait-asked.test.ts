import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitAskedMs } from '../../../src/islands/wait-asked.ts';

const NOW_MS = Date.parse('2026-11-23T09:00:00Z');

const cases: { it: string; header: string | null; ms: number | undefined }[] = [
  { it: 'seconds', header: '93', ms: 93_000 },
  { it: 'a date of HTTP', header: 'Mon, 23 Nov 2026 09:05:00 GMT', ms: 300_000 },
  { it: 'a date that has passed', header: 'Mon, 23 Nov 2026 08:00:00 GMT', ms: 0 },
  { it: 'more than an hour', header: '86400', ms: 3_600_000 },
  { it: 'a number that is none', header: '1.5', ms: undefined },
  { it: 'nothing', header: null, ms: undefined },
];
for (const { it, header, ms } of cases) {
  test(`what is asked for as ${it} is read`, () => {
    assert.equal(waitAskedMs(header, NOW_MS), ms);
  });
}
