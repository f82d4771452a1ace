import { TeamAct } from '../../schema/escalation-event.ts';
import type { RequestError } from '../../schema/request-error.ts';
import { instantOn } from '../instant-on.ts';
import { one, type Form } from '../requests/form.ts';
import { requestErrors } from '../requests/outcome.ts';
import { refused } from '../../strings/en/desk-acts.ts';
import { slugIn } from './named-article.ts';

export type ReadAct = { ok: true; act: TeamAct } | { ok: false; errors: RequestError[] };

/** What a member of the team does, out of a form of the desk. Times are typed on the clock of `timeZone`. */
export function teamActIn(form: Form, timeZone: string, now: Temporal.Instant): ReadAct {
  const [kind, by] = [one(form, 'kind'), one(form, 'by')];
  const until = kind === 'promise-moved' ? instantOn(one(form, 'until') ?? '', timeZone) : undefined;
  const typed = {
    kind,
    by,
    // What nobody has written yet is told in the words of its field, as what is only blanks.
    text: one(form, 'text') ?? '',
    outcome: one(form, 'outcome'),
    article: slugIn(one(form, 'article')),
    heading: one(form, 'heading'),
    why: one(form, 'why') ?? '',
    done: one(form, 'done'),
    to: one(form, 'to'),
    on: one(form, 'on'),
    until: until?.toString(),
  };
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
  const errors: RequestError[] = [];
  if (kind === 'promise-moved' && (!until || Temporal.Instant.compare(until, now) <= 0)) {
    errors.push(notToCome(one(form, 'until')));
  }
  if (kind === 'resolved' && typed.outcome === undefined) errors.push({ field: 'outcome', ...refused.noOutcome });
  if (kind === 'answer' && by !== 'elsewhere' && typed.text.trim() === '')
    errors.push({ field: 'text', ...refused.nothingSaid });
  const read = TeamAct.safeParse(given, { reportInput: true });
  if (!read.success) {
    const told = new Set(errors.map(({ field }) => field));
    errors.push(...requestErrors(read.error, TeamAct).filter(({ field }) => !told.has(field)));
  }
  return read.success && errors.length === 0 ? { ok: true, act: read.data } : { ok: false, errors };
}

function notToCome(typed: string | undefined): RequestError {
  const { noTime, past, fix } = refused.notToCome;
  return { field: 'until', problem: typed === undefined ? noTime : past(typed.slice(0, 40)), fix };
}
