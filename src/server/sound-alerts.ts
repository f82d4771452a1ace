import type { HelpDesk } from '../help-desks/help-desk.ts';
import { unreachedCustomers, untakenRequests } from './alert-in-words.ts';
import type { Log } from './log.ts';
import type { Outbox } from './outbox.ts';
import { CUSTOMER } from './store/outbox-rows.ts';
import { alertToTeam, tellTeam } from './tell-team.ts';

/** How the team is told of what a desk did not take, or of a customer who was not reached. */
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
    const words = kind === CUSTOMER ? unreachedCustomers(ofDesk) : untakenRequests(ofDesk, title, timeZone);
    const alert = alertToTeam(`alert-${ofDesk[0]?.id ?? 'none'}`, words, contactEmail);
    const others = channels.toSorted((a, b) => Number(a.kind === kind) - Number(b.kind === kind));
    const told = await tellTeam(others, alert, now);
    if (told === undefined) {
      log('alert-not-sent', { desk: kind, count: ofDesk.length, channels: channels.length });
      continue;
    }
    log('alert-sent', { desk: kind, count: ofDesk.length, through: told.kind });
    for (const { id } of ofDesk) await store.noteAlerted(id, now);
  }
}
