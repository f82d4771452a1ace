import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Ticket } from '../../src/help-desks/help-desk.ts';
import { deskSettings } from '../fixtures/desks/desk-settings.ts';
import type { Fate } from '../fixtures/desks/desk-stub.ts';
import { opening } from '../fixtures/follow-ups.ts';
import { httpStub } from '../fixtures/http-stub.ts';
import type { Case } from './follow-up-cases.ts';
import { attempt, IMPATIENT_MS, openDesk } from './open-desk.ts';

/** A desk with one ticket, made by the opening. */
export async function deskWithTicket(t: TestContext, each: Case) {
  let fate: Fate = 'taken';
  let asked = 0;
  const stub = each.stub(() => {
    asked++;
    return fate;
  });
  const { url, requests } = await httpStub(t, stub.answer);
  const desk = openDesk(deskSettings[each.kind](url));
  const made = await desk.deliver(opening, attempt());
  assert.ok(made.kind === 'delivered', JSON.stringify(made));
  const ticket: Ticket = made.ticket;
  const before = requests.length;
  const askedBefore = asked;
  return {
    desk,
    impatient: openDesk(deskSettings[each.kind](url), IMPATIENT_MS),
    ticket,
    stub,
    writes: () => requests.slice(before).filter(({ method }) => method !== 'GET'),
    becomes: (next: Fate) => (fate = next),
    isAsked: () => asked > askedBefore,
  };
}
