import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { Attempt, FollowUp, HelpDesk, Ticket } from '../../src/help-desks/help-desk.ts';
import { openHelpDesks, type DeskSettings } from '../../src/help-desks/help-desks.ts';
import { httpClient } from '../../src/help-desks/http/http-client.ts';
import type { CustomerAct } from '../../src/schema/escalation-event.ts';
import { deliveryOf } from '../../src/server/delivery-of.ts';
import { followUpOf, inNewTicket } from '../../src/server/follow-up-of.ts';
import { at } from '../fixtures/at.ts';
import { deskSettings } from '../fixtures/desks/desk-settings.ts';
import type { Fate } from '../fixtures/desks/desk-stub.ts';
import { httpStub } from '../fixtures/http-stub.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import { type Case, cases, NAME } from './follow-up-cases.ts';

const PATIENT_MS = 15_000;
const IMPATIENT_MS = 1_000;
const AT = Temporal.Instant.from('2026-11-24T14:05Z');
const MARK = '7K3F-9Q2M/9c1f03ab';
const stored = storedEscalation('e1', {
  reference: '7K3F-9Q2M',
  promisedBy: Temporal.Instant.from('2026-11-24T18:00Z'),
  typed: { name: NAME, email: 'zoe@example.com', message: 'It beeps & stays dark.', version: '11' },
});

const opening = deliveryOf('e1-desk', stored, 'Europe/London');

const SIGNED = `--
Zoë <b>O’Neill</b> wrote this on Tue 24 Nov 2026, 14:05 (Europe/London), about their request 7K3F-9Q2M.
We promised an answer by Tue 24 Nov 2026, 18:00 (Europe/London).
Handrail 7K3F-9Q2M/9c1f03ab
`;

const TEXTS = {
  message: `<i>Still</i> dark. 👩‍🔧\n\n${SIGNED}`,
  reopened: `${NAME} says that it is not mended, and has opened it again.\n\nIt beeps\nagain.\n\n${SIGNED}`,
  mended: `${NAME} says that it is mended. Nobody has to answer.\n\n${SIGNED}`,
};

const message = followUp({ kind: 'message', text: '<i>Still</i> dark. 👩‍🔧' });
const mended = followUp({ kind: 'mended' });
const reopened = followUp({ kind: 'reopened', text: 'It beeps\r\nagain.' });

for (const each of cases) {
  describe(`the help desk ${each.kind}, afterwards,`, { concurrency: true }, () => {
    for (const sent of [message, mended]) {
      test(`adds "${sent.what}" to the ticket with everything in it`, async (t) => {
        const { desk, ticket, stub, writes } = await opened(t, each);
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
          const { desk, ticket, stub } = await opened(t, each);
          stub.set?.(each.solved ?? '');

          await desk.add?.(sent, ticket, attempt());

          standing.push(stub.statuses?.());
        }

        assert.deepEqual(standing, [[each.open], [each.open], [each.solved]]);
      });
    }

    for (const fate of ['taken-silence', 'taken-half', 'taken-reset', 'lost'] as const) {
      test(`has it once in the end when the first answer is ${fate}`, async (t) => {
        const { desk, impatient, ticket, stub, becomes, isAsked } = await opened(t, each);
        becomes(fate);

        let outcome = await impatient.add?.(message, ticket, attempt());
        // A busy machine may give up on a step before the one that adds something.
        while (!isAsked()) outcome = await impatient.add?.(message, ticket, attempt());
        becomes('taken');
        const again = outcome?.kind === 'delivered' ? outcome : await secondTry(desk, ticket);

        assert.equal(outcome?.kind === 'retry' ? outcome.mayBeThere : true, true);
        assert.deepEqual(again, { kind: 'delivered', ticket });
        assert.deepEqual([stub.tickets(), stub.added()], [['7K3F-9Q2M'], [MARK]]);
      });
    }

    test('finds what an earlier try added behind many others, also in a ticket that takes nothing more', async (t) => {
      const { desk, ticket, stub } = await opened(t, each);
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
        const { desk, ticket, stub } = await opened(t, each);
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
      const { desk, ticket, stub, becomes } = await opened(t, each);
      becomes({ status: 429, headers: { 'retry-after': '93' } });

      const outcome = await desk.add?.(message, ticket, attempt());

      assert.equal(outcome?.kind === 'retry' && outcome.afterMs, 93_000);
      assert.equal(outcome?.kind === 'retry' && outcome.mayBeThere, false);
      assert.deepEqual(stub.added(), []);
    });

    test('tries again after a 500, not knowing whether it is there', async (t) => {
      const { desk, ticket, becomes } = await opened(t, each);
      becomes({ status: 500, body: 'Oh.' });

      const outcome = await desk.add?.(message, ticket, attempt());

      assert.equal(outcome?.kind === 'retry' && outcome.mayBeThere, true, JSON.stringify(outcome));
    });

    for (const status of [400, 401, 403, 422]) {
      test(`takes ${status} for a rejection, and repeats what the desk said for the team alone`, async (t) => {
        const { desk, ticket, becomes } = await opened(t, each);
        becomes({ status, body: { error: 'Field 7 is\u0000 wrong' } });

        const outcome = await desk.add?.(message, ticket, attempt());

        assert.equal(outcome?.kind === 'rejected' && outcome.code, `http-${status}`, JSON.stringify(outcome));
        assert.match(outcome?.kind === 'rejected' ? outcome.reason : '', /answered \d+: .*Field 7 is.* wrong/);
      });
    }

    if (each.kind !== 'webhook') {
      test('has nothing to do with a ticket that it did not make, whatever its number', async (t) => {
        const { desk, ticket, stub } = await opened(t, each);
        stub.reply?.(AT);

        for (const other of [{ id: 'called back' }, { id: ticket.id.replace('e1-desk/', '') }]) {
          const outcome = await desk.add?.(message, other, attempt());
          const answered = await desk.answered?.(other, { since: AT, now: AT });

          assert.deepEqual([outcome?.kind, answered?.kind], ['gone', 'unknown']);
        }
        assert.equal(stub.added().includes(MARK), false);
      });

      test('tells whether a person has answered, and when, for each promise anew', async (t) => {
        const { desk, ticket, stub } = await opened(t, each);
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
        const { ticket } = await opened(t, each);
        const nobody = open(deskSettings[each.kind]('http://127.0.0.1:9'), IMPATIENT_MS);

        const answered = await nobody.answered?.(ticket, { since: AT, now: AT });

        assert.deepEqual(answered, { kind: 'unknown' });
      });
    }
  });
}

test('what goes on in a new ticket names the old one, and has a reference of its own', () => {
  const { reference, subject, text, fields } = inNewTicket(message, { id: '100', url: 'https://desk.example/t/100' });
  const alone = inNewTicket(message, undefined);

  assert.equal(reference, MARK);
  assert.equal(subject, '[7K3F-9Q2M/9c1f03ab] It beeps & stays dark.');
  assert.equal(fields.reference, '7K3F-9Q2M');
  assert.equal(
    text,
    'This goes on with 7K3F-9Q2M. Its ticket here takes nothing more, or is no ticket of this desk: ' +
      `https://desk.example/t/100\n\n${TEXTS.message}`,
  );
  assert.match(alone.text, /^This goes on with 7K3F-9Q2M, of which this desk has no ticket\.\n\n<i>Still/);
});

test('a request that is opened again without a word says just that', () => {
  const { text } = followUp({ kind: 'reopened' });

  assert.equal(text, `${NAME} says that it is not mended, and has opened it again.\n\n${SIGNED}`);
});

test('no promise is named where nobody has to answer any more', () => {
  const { text } = followUp({ kind: 'mended' }, 'mended');

  assert.doesNotMatch(text, /We promised/);
});

function followUp(act: CustomerAct, state: 'waiting' | 'mended' = 'waiting'): FollowUp {
  const event = { id: '019ab1c2-0000-7000-8000-000f9c1f03ab', at: AT, act };
  return followUpOf('v1-desk', { ...stored, state }, event, 'Europe/London');
}

/** A desk with one ticket, made by the opening. */
async function opened(t: TestContext, each: Case) {
  let fate: Fate = 'taken';
  let asked = 0;
  const stub = each.stub(() => {
    asked++;
    return fate;
  });
  const { url, requests } = await httpStub(t, stub.answer);
  const desk = open(deskSettings[each.kind](url));
  const made = await desk.deliver(opening, attempt());
  assert.ok(made.kind === 'delivered', JSON.stringify(made));
  const ticket: Ticket = made.ticket;
  const before = requests.length;
  const askedBefore = asked;
  return {
    desk,
    impatient: open(deskSettings[each.kind](url), IMPATIENT_MS),
    ticket,
    stub,
    writes: () => requests.slice(before).filter(({ method }) => method !== 'GET'),
    becomes: (next: Fate) => (fate = next),
    isAsked: () => asked > askedBefore,
  };
}

/** As the worker does it: look, where the desk can be asked, and then try again. */
async function secondTry(desk: HelpDesk, ticket: Ticket) {
  const found = await desk.findIn?.(message, ticket, inDoubt());
  if (found?.kind === 'found') return { kind: 'delivered', ticket: found.ticket };
  assert.notEqual(found?.kind, 'retry', JSON.stringify(found));
  return desk.add?.(message, ticket, inDoubt());
}

function open(settings: DeskSettings, timeoutMs = PATIENT_MS): HelpDesk {
  const innerHosts = ['127.0.0.1'];
  const [desk] = openHelpDesks({ desks: [settings], innerHosts }, '', httpClient({ innerHosts, timeoutMs }));
  assert.ok(desk);
  return desk;
}

function attempt(): Attempt {
  return { now: Temporal.Now.instant(), progress: {}, mayBeThere: false };
}

function inDoubt(): Attempt {
  return { ...attempt(), mayBeThere: true };
}

function told(answered: Awaited<ReturnType<NonNullable<HelpDesk['answered']>>> | undefined): string {
  return answered?.kind === 'answered' ? `answered at ${answered.at.toString()}` : JSON.stringify(answered);
}
