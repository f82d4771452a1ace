import { fieldErrors } from '../errors/from-zod.ts';
import { Mistakes } from '../errors/user-error.ts';
import { TeamAct } from '../schema/escalation-event.ts';

/** What the team can do from a terminal, and the options of each. */
export const ACTS = {
  answer: ['by', 'text'],
  resolve: ['outcome', 'article', 'heading', 'why', 'done'],
  note: ['text'],
  'move-promise': ['until', 'text'],
  release: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type ActName = keyof typeof ACTS;

const KINDS = {
  answer: 'answer',
  resolve: 'resolved',
  note: 'note',
  'move-promise': 'promise-moved',
  release: 'released',
} as const;

export function isActName(command: string): command is ActName {
  return Object.hasOwn(ACTS, command);
}

/**
 * What a member of the team does, out of the options that they gave. `--until` is a time on the clock of `timeZone`,
 * such as 2026-11-24T10:00. Throws `Mistakes` with everything that is missing or wrong.
 */
export function teamActOf(
  command: ActName,
  given: Readonly<Record<string, string | undefined>>,
  timeZone: string,
  now: Temporal.Instant,
): TeamAct {
  const defaults = command === 'answer' ? { by: 'email', text: given['by'] === 'elsewhere' ? '' : undefined } : {};
  const names: readonly string[] = ACTS[command];
  const options = Object.fromEntries(names.flatMap((name) => (given[name]?.trim() ? [[name, given[name]]] : [])));
  const until = given['until'] === undefined ? {} : { until: instantOn(given['until'], timeZone, now) };
  const read = TeamAct.safeParse({ kind: KINDS[command], ...defaults, ...options, ...until }, { reportInput: true });
  if (read.success) return read.data;
  const mistakes = fieldErrors(read.error, TeamAct).map(({ field, problem, fix }) => ({
    problem,
    where: { file: `npm run escalations -- ${command}`, field: `--${field}` },
    fix,
  }));
  throw new Mistakes('Nothing was done.', mistakes);
}

function instantOn(typed: string, timeZone: string, now: Temporal.Instant): string {
  const instant = readInstant(typed, timeZone);
  if (instant && Temporal.Instant.compare(instant, now) > 0) return instant.toString();
  const problem = instant ? `${typed} has passed already.` : `"${typed}" is not a time.`;
  const fix = `Write a time to come on the clock of ${timeZone}, such as ${now.toZonedDateTimeISO(timeZone).add({ days: 1 }).toPlainDate().toString()}T10:00.`;
  const where = { file: 'npm run escalations -- move-promise', field: '--until' };
  throw new Mistakes('Nothing was done.', [{ problem, where, fix }]);
}

function readInstant(typed: string, timeZone: string): Temporal.Instant | undefined {
  try {
    return Temporal.PlainDateTime.from(typed).toZonedDateTime(timeZone).toInstant();
  } catch {
    return undefined;
  }
}
