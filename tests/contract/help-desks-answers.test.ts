import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HelpDesk } from '../../src/help-desks/help-desk.ts';
import { at } from '../fixtures/at.ts';
import { deskSettings } from '../fixtures/desks/desk-settings.ts';
import { AT, message } from '../fixtures/follow-ups.ts';
import { deskWithTicket } from './desk-with-ticket.ts';
import { cases } from './follow-up-cases.ts';
import { attempt, IMPATIENT_MS, openDesk } from './open-desk.ts';

// A webhook only tells: there is nobody to ask.
for (const each of cases.filter(({ kind }) => kind !== 'webhook')) {
  describe(`the help desk ${each.kind}, afterwards,`, { concurrency: true }, () => {
    test('tells whether a person has answered, and when, for each promise anew', async (t) => {
      const { desk, ticket, stub } = await deskWithTicket(t, each);
      const [since, later] = [at('2026-11-23T09:00Z'), at('2026-11-24T09:00Z')];

      const before = await desk.answered?.(ticket, { since, now: AT });
      await desk.add?.(message, ticket, attempt());
      const asked = await desk.answered?.(ticket, { since, now: AT });
      stub.reply?.(at('2026-11-23T11:00Z'));
      const first = await desk.answered?.(ticket, { since, now: AT });
      const second = await desk.answered?.(ticket, { since: later, now: AT });
      stub.reply?.(at('2026-11-24T10:00Z'));
      const third = await desk.answered?.(ticket, { since: later, now: AT });

      // Chatwoot's bot spoke a minute before the person did.
      const minute = each.kind === 'chatwoot' ? '01' : '00';
      assert.deepEqual([before, asked, second], Array(3).fill({ kind: 'not-yet' }));
      assert.deepEqual(told(first), `answered at 2026-11-23T11:${minute}:00Z`);
      assert.deepEqual(told(third), `answered at 2026-11-24T10:${minute}:00Z`);
    });

    test('says that it does not know where it cannot be asked', async (t) => {
      const { ticket } = await deskWithTicket(t, each);
      const nobody = openDesk(deskSettings[each.kind]('http://127.0.0.1:9'), IMPATIENT_MS);

      const answered = await nobody.answered?.(ticket, { since: AT, now: AT });

      assert.deepEqual(answered, { kind: 'unknown' });
    });
  });
}

function told(answered: Awaited<ReturnType<NonNullable<HelpDesk['answered']>>> | undefined): string {
  return answered?.kind === 'answered' ? `answered at ${answered.at.toString()}` : JSON.stringify(answered);
}
