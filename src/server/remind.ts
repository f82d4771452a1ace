import type { HelpDesk } from '../help-desks/help-desk.ts';
import { answeredElsewhere, type Asking } from './answered-elsewhere.ts';
import { patiently } from './patiently.ts';
import { promiseAlarm } from './promise-alarm-in-words.ts';
import type { Alarm, Reminders } from './reminders.ts';
import type { StoredEscalation } from './stored-escalation.ts';
import { CUSTOMER } from './store/outbox-rows.ts';
import { alertToTeam, tellTeam } from './tell-team.ts';

export type Reminding = Asking & {
  store: Asking['store'] & Reminders;
  /** How the team is told; with none, the log is all there is. */
  channels: readonly HelpDesk[];
  contactEmail: string;
  pause: (ms: number) => Promise<void>;
};

/** Asking the desks about so many, some at a time, takes less than a lease. */
const MOST_AT_ONCE = 40;
const ASKED_AT_ONCE = 8;
/** Longer than that takes; what was not sent by then is tried again. */
const LEASE = { minutes: 5 };
/** To a process on the same store that has a way to the team, or can ask a desk, where this one cannot. */
const LEFT_TO_OTHERS = { minutes: 5 };
const EARLIEST_MINUTES = 60;
const LATEST_MINUTES = 10;

/**
 * Tells the team of promises that are over and not kept, and of those that are due within a quarter of their length,
 * each once and several in one mail; not of those that a help desk knows to be answered. What another process can do
 * better is left to it for five minutes.
 */
export async function remind(reminding: Reminding, now: Temporal.Instant): Promise<void> {
  const { store } = reminding;
  await sound('missed', await store.missed(now, MOST_AT_ONCE), reminding, now);
  // One that is not due soon by its own length may stand before one that is.
  const soon = await store.dueSoon(now.add({ minutes: EARLIEST_MINUTES }), MOST_AT_ONCE * 25);
  const due = soon.filter((escalation) => isDueSoon(escalation, now)).slice(0, MOST_AT_ONCE);
  await sound('due-soon', due, reminding, now);
  if (isHour(now)) {
    await sound(
      'apart',
      await store.apartDueSoon(now.add({ minutes: EARLIEST_MINUTES }), MOST_AT_ONCE),
      reminding,
      now,
    );
  }
}

/** Whoever floods us with what is set apart shall not flood the team with mail: once an hour is enough for that. */
function isHour(now: Temporal.Instant): boolean {
  return now.toZonedDateTimeISO('UTC').minute < 2;
}

export function isDueSoon(
  { promiseMadeAt, promisedBy }: Pick<StoredEscalation, 'promiseMadeAt' | 'promisedBy'>,
  now: Temporal.Instant,
): boolean {
  const quarter = promiseMadeAt.until(promisedBy).total('minutes') / 4;
  const minutes = Math.min(Math.max(quarter, LATEST_MINUTES), EARLIEST_MINUTES);
  const leftMinutes = now.until(promisedBy).total('minutes');
  return leftMinutes > 0 && leftMinutes <= minutes;
}

async function sound(
  alarm: Alarm,
  found: readonly StoredEscalation[],
  reminding: Reminding,
  now: Temporal.Instant,
): Promise<void> {
  const { store, log, channels, support, contactEmail, pause } = reminding;
  const taken: StoredEscalation[] = [];
  for (const escalation of found) {
    if ((await comesSecond(escalation, reminding)) && !isFor(alarm, escalation, now.subtract(LEFT_TO_OTHERS))) continue;
    if (await store.takeReminder(alarm, escalation, now, now.add(LEASE))) taken.push(escalation);
  }
  const owed = await unanswered(taken, reminding, now);
  const [first] = owed;
  if (!first) return;
  for (const { reference, escalation } of owed) log(EVENTS[alarm], { reference, channel: escalation.channel });
  if (channels.length > 0) {
    // The same on each try, and another one for another promise.
    const id = `${alarm}-${first.id}-${Math.floor(first.promisedBy.epochMilliseconds / 1000)}`;
    const told = await tellTeam(
      channels,
      alertToTeam(id, promiseAlarm(alarm, owed, support.timeZone), contactEmail),
      now,
    );
    if (!told) return log('reminder-not-sent', { count: owed.length, channels: channels.length });
    log('team-reminded', { count: owed.length, through: told.kind });
  }
  for (const escalation of owed) await patiently(() => store.noteReminded(alarm, escalation, now), pause);
}

/** Whether there is no way to the team from here, or a desk has a ticket that cannot be asked about from here. */
async function comesSecond({ reference }: StoredEscalation, { store, desks, channels }: Reminding): Promise<boolean> {
  if (channels.length === 0) return true;
  const { deliveries = [] } = (await store.escalationByReference(reference)) ?? {};
  const asked: readonly (string | undefined)[] = [undefined, CUSTOMER, ...desks.map(({ kind }) => kind)];
  return deliveries.some(({ desk, ticket }) => ticket !== undefined && !asked.includes(desk));
}

function isFor(alarm: Alarm, escalation: StoredEscalation, at: Temporal.Instant): boolean {
  if (alarm === 'apart') return true;
  return alarm === 'missed' ? Temporal.Instant.compare(escalation.promisedBy, at) < 0 : isDueSoon(escalation, at);
}

const EVENTS: Readonly<Record<Alarm, string>> = {
  'due-soon': 'promise-due-soon',
  missed: 'promise-missed',
  apart: 'apart-due',
};

async function unanswered(
  taken: readonly StoredEscalation[],
  asking: Asking,
  now: Temporal.Instant,
): Promise<StoredEscalation[]> {
  const owed: StoredEscalation[] = [];
  for (let start = 0; start < taken.length; start += ASKED_AT_ONCE) {
    const some = taken.slice(start, start + ASKED_AT_ONCE);
    const answered = await Promise.all(some.map((escalation) => answeredElsewhere(asking, escalation, now)));
    owed.push(...some.filter((_, index) => !answered[index]));
  }
  return owed;
}
