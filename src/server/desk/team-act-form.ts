import { TeamAct } from '../../schema/escalation-event.ts';
import type { RequestError } from '../../schema/request-error.ts';
import { one, type Form } from '../requests/form.ts';
import { requestErrors } from '../requests/outcome.ts';

export type ReadAct = { ok: true; act: TeamAct } | { ok: false; errors: RequestError[] };

/** What a member of the team does, out of a form of the desk. Times are typed on the clock of `timeZone`. */
export function teamActIn(form: Form, timeZone: string, now: Temporal.Instant): ReadAct {
  const until = one(form, 'until');
  const instant = until === undefined ? undefined : instantOn(until, timeZone);
  if (until !== undefined && (!instant || Temporal.Instant.compare(instant, now) <= 0)) {
    return { ok: false, errors: [notToCome(until)] };
  }
  const typed = {
    kind: one(form, 'kind'),
    by: one(form, 'by'),
    text: one(form, 'text') ?? (one(form, 'by') === 'elsewhere' ? '' : undefined),
    outcome: one(form, 'outcome'),
    article: one(form, 'article'),
    heading: one(form, 'heading'),
    why: one(form, 'why'),
    done: one(form, 'done'),
    to: one(form, 'to'),
    on: one(form, 'on'),
    until: instant?.toString(),
  };
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
  const read = TeamAct.safeParse(given, { reportInput: true });
  return read.success ? { ok: true, act: read.data } : { ok: false, errors: requestErrors(read.error, TeamAct) };
}

function instantOn(typed: string, timeZone: string): Temporal.Instant | undefined {
  try {
    return Temporal.PlainDateTime.from(typed).toZonedDateTime(timeZone).toInstant();
  } catch {
    return undefined;
  }
}

function notToCome(typed: string): RequestError {
  return {
    field: 'until',
    problem: `"${typed.slice(0, 40)}" is not a time to come.`,
    fix: 'Name the day and the time by which the customer hears from you.',
  };
}
