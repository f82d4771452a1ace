import type { Delivery, HelpDesk } from '../help-desks/help-desk.ts';
import type { Log } from './log.ts';
import type { DueAlert, Outbox } from './outbox.ts';
import { timeInWords } from './time-in-words.ts';

/** How the team is told of what a desk did not take. */
export type AlertChannels = {
  /** In order of preference. One that is itself the desk in question is asked last. */
  channels: readonly HelpDesk[];
  desks: readonly HelpDesk[];
  contactEmail: string;
  timeZone: string;
};

const MOST_AT_ONCE = 100;
const AGAIN_AFTER = { minutes: 5 };

/**
 * Tells the team, through another channel than the one that failed, of deliveries that need a person or come too late
 * for their promise. What could not be told is told again in five minutes; the log has it in any case.
 */
export async function soundAlerts(
  store: Pick<Outbox, 'takeAlerts' | 'noteAlerted'>,
  { channels, desks, contactEmail, timeZone }: AlertChannels,
  log: Log,
  now: Temporal.Instant,
): Promise<void> {
  const alerts = await store.takeAlerts(now, now.add(AGAIN_AFTER), MOST_AT_ONCE);
  for (const [kind, ofDesk] of Map.groupBy(alerts, ({ desk }) => desk)) {
    for (const { escalation, state } of ofDesk) {
      log('needs-a-person', { reference: escalation.reference, desk: kind, state });
    }
    const title = desks.find((desk) => desk.kind === kind)?.title ?? kind;
    const alert = alertOf(ofDesk, title, contactEmail, timeZone);
    const others = channels.toSorted((a, b) => Number(a.kind === kind) - Number(b.kind === kind));
    const told = await firstThatTakes(others, alert, now);
    if (told === undefined) {
      log('alert-not-sent', { desk: kind, count: ofDesk.length, channels: channels.length });
      continue;
    }
    log('alert-sent', { desk: kind, count: ofDesk.length, through: told.kind });
    for (const { id } of ofDesk) await store.noteAlerted(id, now);
  }
}

async function firstThatTakes(
  channels: readonly HelpDesk[],
  alert: Delivery,
  now: Temporal.Instant,
): Promise<HelpDesk | undefined> {
  for (const channel of channels) {
    const outcome = await channel
      .deliver({ ...alert, id: `${alert.id}-${channel.kind}` }, { now, progress: {}, mayBeThere: false })
      .catch(() => undefined);
    if (outcome?.kind === 'delivered') return channel;
  }
  return undefined;
}

/** No word of the customer's: what they wrote is where the team looks it up. */
function alertOf(alerts: readonly DueAlert[], title: string, contactEmail: string, timeZone: string): Delivery {
  const [first] = alerts;
  const references = alerts.map(({ escalation }) => escalation.reference);
  const reference = references.length === 1 ? (references[0] ?? '') : `${references.length} requests`;
  return {
    id: `alert-${first?.id ?? 'none'}`,
    reference,
    subject: `[${reference}] ${title} has not taken ${references.length === 1 ? 'this request' : 'these requests'}`,
    text: [
      'Customers wait for these answers, and they did not reach your help desk:',
      '',
      ...alerts.flatMap((alert) => [
        `${alert.escalation.reference}, promised by ${timeInWords(alert.escalation.promisedBy, timeZone)} (${timeZone})`,
        `  ${alert.reason}`,
        alert.state === 'retrying'
          ? '  It is still being tried, but may come too late.'
          : '  It is not tried again by itself.',
      ]),
      '',
      'To read one:                       npm run escalations -- show <reference>',
      'To try again, once it is mended:   npm run escalations -- retry <reference> (or: retry all)',
      'To note that you took it over:     npm run escalations -- deliver-by-hand <reference> --ticket <id>',
      '',
    ].join('\n'),
    requester: { name: 'Handrail', email: contactEmail },
    fields: {},
  };
}
