import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listPromises, promisesTable } from '../../../src/cli/list-promises.ts';

const SINCE = Temporal.Instant.from('2026-10-23T23:00Z');
const UNTIL = Temporal.Instant.from('2026-11-22T09:00Z');

test('promises are counted per channel, with those that are late among those that were not kept', () => {
  const counts = [
    { channel: 'call-back', kept: 7, missed: 0, moved: 0, open: 1 },
    { channel: 'email', kept: 41, missed: 2, moved: 11, open: 0 },
  ] as const;

  const listed = listPromises({ since: SINCE, until: UNTIL, counts }, 'Europe/London');

  assert.equal(
    listed,
    `Promises since 2026-10-24

           kept  missed  moved  late and still open
by a call     7       0      0                    1
by e-mail    41       2     11                    0

48 of 51 were kept: 94 %.`,
  );
  assert.equal(
    promisesTable({ since: SINCE, until: UNTIL, counts }),
    '"channel","kept","missed","moved","open"\r\n"call-back",7,0,0,1\r\n"email",41,2,11,0\r\n',
  );
});

test('where nothing was promised that is said', () => {
  const listed = listPromises({ since: SINCE, until: UNTIL, counts: [] }, 'Europe/London');

  assert.equal(listed, 'Since 2026-10-24 no promise ended, and none is late.');
});

test('where promises were only moved none is called kept', () => {
  const counts = [{ channel: 'email', kept: 0, missed: 0, moved: 2, open: 0 }] as const;

  assert.match(listPromises({ since: SINCE, until: UNTIL, counts }, 'Europe/London'), /None of them came to its time/);
});
