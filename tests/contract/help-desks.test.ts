import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { DeliveryOutcome, HelpDesk } from '../../src/help-desks/help-desk.ts';
import { deliveryOf } from '../../src/server/delivery-of.ts';
import type { Fate } from '../fixtures/desks/desk-stub.ts';
import { helpScoutStub } from '../fixtures/desks/help-scout-stub.ts';
import { httpStub } from '../fixtures/http-stub.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import { attempt, IMPATIENT_MS, openDesk, triesUntil } from './open-desk.ts';
import { type Case, cases } from './opening-cases.ts';

/** What every desk is given to deliver: names and text as strangers write them. */
const delivery = deliveryOf(
  'e1-desk',
  storedEscalation('e1', {
    reference: '7K3F-9Q2M',
    promisedBy: Temporal.Instant.from('2026-11-23T10:40Z'),
    typed: {
      name: 'Zoë <b>O’Neill</b>',
      email: 'zoe@example.com',
      message: '<script>alert("1")</script>\r\nIt beeps & stays dark. 👩‍🔧',
      article: 'computer-will-not-start',
      version: '11',
      audience: 'home',
    },
  }),
  'Europe/London',
);

for (const each of cases) {
  describe(`the help desk ${each.kind}`, { concurrency: true }, () => {
    test('makes one ticket with everything in it, and says which', async (t) => {
      const { desk, url, tickets, requests } = await opened(t, each, 'taken');

      const outcome = await desk.deliver(delivery, attempt());

      const at = each.ticket.url?.startsWith('/') ? url + each.ticket.url : each.ticket.url;
      const ticket = { id: each.ticket.id, ...(at !== undefined && { url: at }) };
      assert.deepEqual(outcome, { kind: 'delivered', ticket });
      assert.deepEqual(tickets(), ['7K3F-9Q2M']);
      const made = requests.find(({ method, path }) => method === 'POST' && path === each.asked.path);
      assert.deepEqual(JSON.parse(made?.body ?? ''), each.asked.body);
      const headers = Object.keys(each.asked.headers).map((name) => [name, made?.headers[name]]);
      assert.deepEqual(Object.fromEntries(headers), each.asked.headers);
    });

    for (const fate of ['taken-silence', 'taken-half', 'taken-reset', 'lost'] as const) {
      test(`comes to one ticket in the end when the first answer is ${fate}`, async (t) => {
        const { patient, tickets, becomes, untilAsked } = await opened(t, each, fate);

        const outcome = await untilAsked();
        becomes('taken');
        const again = outcome.kind === 'delivered' ? outcome : await secondTry(patient, outcome);

        assert.equal(again.kind, 'delivered', JSON.stringify(again));
        assert.equal(outcome.kind === 'retry' ? outcome.mayBeThere : true, true);
        assert.deepEqual(tickets(), ['7K3F-9Q2M']);
      });
    }

    test('finds its ticket also when an answer comes after our timeout, hours later', async (t) => {
      const { patient, tickets, untilAsked } = await opened(t, each, 'taken-silence');
      const outcome = await untilAsked();
      assert.equal(outcome.kind, 'retry');

      const found = await patient.find?.(delivery, attempt());

      // At Chatwoot the first steps alone make nothing that anybody could answer.
      const isWhole = !/contact|conversation/.test(each.kind);
      if (found) assert.deepEqual(found.kind === 'found' && found.ticket.id, isWhole && each.ticket.id);
      assert.deepEqual(tickets().length, each.kind.includes('contact') ? 0 : 1);
    });

    test('waits for as long as a 429 says, knowing that nothing was made', async (t) => {
      const { desk, tickets } = await opened(t, each, { status: 429, headers: { 'retry-after': '93' } });

      const outcome = await desk.deliver(delivery, attempt());

      assert.equal(outcome.kind, 'retry');
      assert.equal(outcome.kind === 'retry' && outcome.afterMs, 93_000);
      assert.equal(outcome.kind === 'retry' && outcome.mayBeThere, false);
      assert.equal(tickets().filter((reference) => reference !== '').length, 0);
    });

    test('tries again after a 500, not knowing whether there is a ticket', async (t) => {
      const { desk } = await opened(t, each, { status: 500, body: 'Oh.' });

      const outcome = await desk.deliver(delivery, attempt());

      assert.equal(outcome.kind, 'retry');
      assert.equal(outcome.kind === 'retry' && outcome.mayBeThere, true);
      assert.equal(outcome.kind === 'retry' && outcome.code, 'http-500');
    });

    for (const status of [400, 401, 403, 404, 410, 422]) {
      test(`takes ${status} for a rejection, and repeats what the desk said for the team alone`, async (t) => {
        const { desk } = await opened(t, each, { status, body: { error: 'Field 7 is\u0000 wrong' } });

        const outcome = await desk.deliver(delivery, attempt());

        assert.equal(outcome.kind, 'rejected');
        assert.equal(outcome.kind === 'rejected' && outcome.code, `http-${status}`);
        assert.match(outcome.kind === 'rejected' ? outcome.reason : '', /answered \d+: .*Field 7 is.* wrong/);
      });
    }

    test('follows no redirect', async (t) => {
      const elsewhere = await httpStub(t, () => ({ status: 200, body: {} }));
      const { desk } = await opened(t, each, { status: 307, headers: { location: elsewhere.url } });

      const outcome = await desk.deliver(delivery, attempt());

      assert.equal(outcome.kind, 'rejected');
      assert.deepEqual(elsewhere.requests, []);
    });

    test('knows that nothing arrived where nobody listens', async () => {
      const desk = openDesk(each.settings('http://127.0.0.1:9'));

      const outcome = await desk.deliver(delivery, attempt());

      assert.equal(outcome.kind, 'retry');
      assert.equal(outcome.kind === 'retry' && outcome.mayBeThere, false);
    });

    test('takes a caller without an e-mail address', async (t) => {
      const { desk, tickets } = await opened(t, each, 'taken');
      const { email: _email, ...requester } = delivery.requester;

      const outcome = await desk.deliver(
        { ...delivery, requester: { ...requester, phone: '+44 1632 960150' } },
        attempt(),
      );

      assert.equal(outcome.kind, 'delivered', JSON.stringify(outcome));
      assert.deepEqual(tickets(), ['7K3F-9Q2M']);
    });
  });
}

test('Zendesk is asked for our reference once its key may be forgotten', async (t) => {
  const zendesk = cases.find(({ kind }) => kind === 'zendesk') as Case;
  const { patient, untilAsked } = await opened(t, zendesk, 'taken-silence');
  await untilAsked();

  const found = await patient.find?.(delivery, attempt());
  const another = await patient.find?.({ ...delivery, reference: 'AAAA-BBBB' }, attempt());

  assert.equal(found?.kind, 'found');
  assert.equal(another?.kind, 'not-there');
});

test('Zendesk refuses one key for two bodies, which says that the first was taken', async (t) => {
  const zendesk = cases.find(({ kind }) => kind === 'zendesk') as Case;
  const { desk, tickets } = await opened(t, zendesk, 'taken');
  await desk.deliver(delivery, attempt());

  const outcome = await desk.deliver({ ...delivery, subject: 'Another one' }, attempt());

  assert.equal(outcome.kind === 'retry' && outcome.mayBeThere, true);
  assert.equal(tickets().length, 1);
});

test('Help Scout is asked for a token once, and for another when it is refused', async (t) => {
  const stub = helpScoutStub(() => 'taken');
  const { url } = await httpStub(t, stub.answer);
  const helpScout = cases.find(({ kind }) => kind === 'help-scout') as Case;
  const desk = openDesk(helpScout.settings(url));

  await desk.deliver(delivery, attempt());
  await desk.deliver({ ...delivery, id: 'e2' }, attempt());
  const given = stub.tokensGiven();
  stub.revoke();
  const outcome = await desk.deliver({ ...delivery, id: 'e3' }, attempt());

  assert.equal(given, 1);
  assert.equal(outcome.kind, 'delivered');
  assert.equal(stub.tokensGiven(), 2);
});

async function opened(t: TestContext, each: Case, fate: Fate) {
  let now: Fate = fate;
  let isAsked = false;
  const stub = each.stub(() => {
    isAsked = true;
    return now;
  });
  const { url, requests } = await httpStub(t, stub.answer);
  const patient = openDesk(each.settings(url));
  const isSilent = fate === 'taken-silence' || fate === 'lost';
  const desk = isSilent ? openDesk(each.settings(url), IMPATIENT_MS) : patient;
  /** Delivers. A busy machine may give up on a step before the one that makes the ticket, and then goes on with that. */
  const untilAsked = () =>
    triesUntil<DeliveryOutcome>(
      () => isAsked,
      (last) => desk.deliver(delivery, { ...attempt(), progress: (last?.kind === 'retry' && last.progress) || {} }),
    );
  return { desk, patient, url, requests, tickets: stub.tickets, becomes: (next: Fate) => (now = next), untilAsked };
}

/** As the worker does it: look, where the desk can be asked, and then try again. */
async function secondTry(desk: HelpDesk, { kind, ...outcome }: DeliveryOutcome): Promise<DeliveryOutcome> {
  const progress = 'progress' in outcome ? (outcome.progress ?? {}) : {};
  const next = { ...attempt(), progress, mayBeThere: desk.find === undefined };
  const found = await desk.find?.(delivery, next);
  if (found?.kind === 'found') return { kind: 'delivered', ticket: found.ticket };
  assert.notEqual(found?.kind, 'retry', kind);
  return desk.deliver(delivery, next);
}
