import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HelpDesk, Ticket } from '../../src/help-desks/help-desk.ts';
import { inNewTicket } from '../../src/server/follow-up-of.ts';
import { AT, MARK, mended, message, reopened, TEXTS } from '../fixtures/follow-ups.ts';
import { deskWithTicket } from './desk-with-ticket.ts';
import { cases } from './follow-up-cases.ts';
import { attempt, inDoubt, triesUntil } from './open-desk.ts';

for (const each of cases) {
  describe(`the help desk ${each.kind}, afterwards,`, { concurrency: true }, () => {
    for (const sent of [message, mended]) {
      test(`adds "${sent.what}" to the ticket with everything in it`, async (t) => {
        const { desk, ticket, stub, writes } = await deskWithTicket(t, each);
        if (each.solved !== undefined) stub.set?.(each.solved);

        const outcome = await desk.add?.(sent, ticket, attempt());

        assert.deepEqual(outcome, { kind: 'delivered', ticket });
        assert.deepEqual([stub.tickets(), stub.added()], [['7K3F-9Q2M'], [MARK]]);
        const wanted = each.asked(TEXTS[sent.what as 'message' | 'mended'], sent.what as 'message' | 'mended');
        const asked = writes().map(({ method, path, headers, body }, index) => {
          const names = Object.keys(wanted[index]?.headers ?? {});
          const shown = Object.fromEntries(names.map((name) => [name, headers[name]]));
          return { method, path, headers: shown, body: JSON.parse(body) as unknown };
        });
        assert.deepEqual(asked, wanted);
      });
    }

    if (each.solved !== undefined) {
      test('opens a ticket that was solved, for a message and for "not mended", and leaves it when it is mended', async (t) => {
        const standing = [];
        for (const sent of [message, reopened, mended]) {
          const { desk, ticket, stub } = await deskWithTicket(t, each);
          stub.set?.(each.solved ?? '');

          await desk.add?.(sent, ticket, attempt());

          standing.push(stub.statuses?.());
        }

        assert.deepEqual(standing, [[each.open], [each.open], [each.solved]]);
      });
    }

    for (const fate of ['taken-silence', 'taken-half', 'taken-reset', 'lost'] as const) {
      test(`has it once in the end when the first answer is ${fate}`, async (t) => {
        const { desk, impatient, ticket, stub, becomes, isAsked } = await deskWithTicket(t, each);
        becomes(fate);

        const outcome = await triesUntil(isAsked, () => impatient.add?.(message, ticket, attempt()));
        becomes('taken');
        const again = outcome?.kind === 'delivered' ? outcome : await secondTry(desk, ticket);

        assert.equal(outcome?.kind === 'retry' ? outcome.mayBeThere : true, true);
        assert.deepEqual(again, { kind: 'delivered', ticket });
        assert.deepEqual([stub.tickets(), stub.added()], [['7K3F-9Q2M'], [MARK]]);
      });
    }

    test('finds what an earlier try added behind many others, also in a ticket that takes nothing more', async (t) => {
      const { desk, ticket, stub } = await deskWithTicket(t, each);
      await desk.add?.(message, ticket, attempt());
      for (let number = 0; number < 30; number++) {
        const mark = `7K3F-9Q2M/0000${String(number).padStart(4, '0')}`;
        const text = message.text.replace(MARK, mark);
        await desk.add?.({ ...message, id: `other-${number}`, mark, text }, ticket, attempt());
      }
      const before = stub.added().length;
      if (each.kind === 'zendesk') stub.lose?.('closed');

      const again = await secondTry(desk, ticket);

      assert.equal(again?.kind, 'delivered');
      assert.deepEqual([before, stub.added().length], [31, 31]);
    });

    for (const how of each.lost) {
      test(`says so where the ticket is ${how}, and makes one that names it instead`, async (t) => {
        const { desk, ticket, stub } = await deskWithTicket(t, each);
        stub.lose?.(how);

        const outcome = await desk.add?.(message, ticket, attempt());
        const instead = await desk.deliver(inNewTicket(message, ticket), attempt());
        const found = await desk.find?.(inNewTicket(message, ticket), inDoubt());

        assert.equal(outcome?.kind, 'gone', JSON.stringify(outcome));
        assert.equal(instead.kind, 'delivered', JSON.stringify(instead));
        assert.deepEqual(stub.tickets(), ['7K3F-9Q2M', MARK]);
        if (found) assert.deepEqual(found, { ...instead, kind: 'found' });
      });
    }

    test('waits for as long as a 429 says, knowing that nothing was added', async (t) => {
      const { desk, ticket, stub, becomes } = await deskWithTicket(t, each);
      becomes({ status: 429, headers: { 'retry-after': '93' } });

      const outcome = await desk.add?.(message, ticket, attempt());

      assert.equal(outcome?.kind === 'retry' && outcome.afterMs, 93_000);
      assert.equal(outcome?.kind === 'retry' && outcome.mayBeThere, false);
      assert.deepEqual(stub.added(), []);
    });

    test('tries again after a 500, not knowing whether it is there', async (t) => {
      const { desk, ticket, becomes } = await deskWithTicket(t, each);
      becomes({ status: 500, body: 'Oh.' });

      const outcome = await desk.add?.(message, ticket, attempt());

      assert.equal(outcome?.kind === 'retry' && outcome.mayBeThere, true, JSON.stringify(outcome));
    });

    for (const status of [400, 401, 403, 422]) {
      test(`takes ${status} for a rejection, and repeats what the desk said for the team alone`, async (t) => {
        const { desk, ticket, becomes } = await deskWithTicket(t, each);
        becomes({ status, body: { error: 'Field 7 is\u0000 wrong' } });

        const outcome = await desk.add?.(message, ticket, attempt());

        assert.equal(outcome?.kind === 'rejected' && outcome.code, `http-${status}`, JSON.stringify(outcome));
        assert.match(outcome?.kind === 'rejected' ? outcome.reason : '', /answered \d+: .*Field 7 is.* wrong/);
      });
    }

    if (each.kind !== 'webhook') {
      test('has nothing to do with a ticket that it did not make, whatever its number', async (t) => {
        const { desk, ticket, stub } = await deskWithTicket(t, each);
        stub.reply?.(AT);

        for (const other of [{ id: 'called back' }, { id: ticket.id.replace('e1-desk/', '') }]) {
          const outcome = await desk.add?.(message, other, attempt());
          const answered = await desk.answered?.(other, { since: AT, now: AT });

          assert.deepEqual([outcome?.kind, answered?.kind], ['gone', 'unknown']);
        }
        assert.equal(stub.added().includes(MARK), false);
      });
    }
  });
}

/** As the worker does it: look, where the desk can be asked, and then try again. */
async function secondTry(desk: HelpDesk, ticket: Ticket) {
  const found = await desk.findIn?.(message, ticket, inDoubt());
  if (found?.kind === 'found') return { kind: 'delivered', ticket: found.ticket };
  assert.notEqual(found?.kind, 'retry', JSON.stringify(found));
  return desk.add?.(message, ticket, inDoubt());
}
