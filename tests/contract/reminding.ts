import type { Answered, Delivery, HelpDesk } from '../../src/help-desks/help-desk.ts';
import type { EscalationAct } from '../../src/schema/escalation-event.ts';
import { continueEscalation } from '../../src/server/continue-escalation.ts';
import { remind } from '../../src/server/remind.ts';
import type { Store } from '../../src/server/store.ts';
import { at } from '../fixtures/at.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import { support } from '../fixtures/support.ts';

export const OPENED = todayAt('09:00');

/** A server that reminds the team; `look` has it look at a time of today, `told` is what went through each channel. */
export function reminding(
  store: Store,
  {
    answered,
    channels = 'two',
    desks = 'zendesk',
  }: { answered?: Answered | undefined; channels?: 'two' | 'none'; desks?: 'zendesk' | 'none' } = {},
) {
  const [team, second] = [channel('smtp'), channel('webhook')];
  const asked: { ticket: string; since: string }[] = [];
  const zendesk: HelpDesk = {
    ...channel('zendesk'),
    answered: async ({ id }, { since }) => {
      asked.push({ ticket: id, since: since.toString() });
      if (!answered) throw new Error('It broke.');
      return answered;
    },
  };
  const logged: string[] = [];
  const look = (time: string) =>
    remind(
      {
        store,
        support,
        desks: desks === 'none' ? [] : [zendesk],
        channels: channels === 'none' ? [] : [team, second],
        contactEmail: 'help@northlight.example',
        log: (event) => logged.push(event),
        pause: () => Promise.resolve(),
      },
      todayAt(time),
    );
  return { store, team, second, look, asked, logged };
}

type Channel = HelpDesk & { told: Delivery[]; isDown: boolean; meanwhile: (() => Promise<unknown>) | undefined };

function channel(kind: HelpDesk['kind']): Channel {
  const made: Channel = {
    kind,
    title: kind,
    told: [],
    isDown: false,
    meanwhile: undefined,
    deliver: async (delivery) => {
      await made.meanwhile?.();
      if (made.isDown) return { kind: 'rejected', code: 'down', reason: 'It is down.' };
      made.told.push(delivery);
      return { kind: 'delivered', ticket: { id: delivery.id } };
    },
  };
  return made;
}

/** A request that was made at nine, and is promised an answer by a time of today. */
export async function opened(
  store: Store,
  id: string,
  promised: string,
  rest: Parameters<typeof storedEscalation>[1] = {},
) {
  const escalation = storedEscalation(id, {
    openedAt: OPENED,
    promiseMadeAt: OPENED,
    promisedBy: todayAt(promised),
    ...rest,
  });
  await store.addEscalation(escalation);
  return escalation;
}

/** What the customer or the team does with request 1 at a time of today. */
export function does(store: Store, act: EscalationAct, time: string) {
  return continueEscalation({ store, support, writesToCustomers: false }, '1', { act }, todayAt(time));
}

/** `time` as in `09:00`, on the Monday of these tests. */
export function todayAt(time: string): Temporal.Instant {
  return at(`2026-11-23T${time}Z`);
}
