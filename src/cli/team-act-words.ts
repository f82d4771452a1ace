import { fieldErrors } from '../errors/from-zod.ts';
import { TeamAct } from '../schema/escalation-event.ts';
import { instantOn } from '../server/instant-on.ts';
import { WrongWords } from './wrong-words.ts';

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
 * such as 2026-11-24T10:00. Throws `WrongWords` with everything that is missing or wrong.
 */
export function teamActOf(
  command: ActName,
  given: Readonly<Record<string, string | undefined>>,
  timeZone: string,
  now: Temporal.Instant,
): TeamAct {
  const names: readonly string[] = ACTS[command];
  const options = Object.fromEntries(names.flatMap((name) => (given[name]?.trim() ? [[name, given[name]]] : [])));
  const typed = { kind: KINDS[command], ...defaultsOf(command, given['by']), ...options };
  const until = options['until'] === undefined ? undefined : instantOn(options['until'], timeZone);
  const isLate = until !== undefined && Temporal.Instant.compare(until, now) <= 0;
  const read = TeamAct.safeParse({ ...typed, ...(until && { until: until.toString() }) }, { reportInput: true });
  const mistakes = [
    ...(options['until'] !== undefined && (!until || isLate)
      ? [notToCome(options['until'], isLate, timeZone, now)]
      : []),
    ...(read.success ? [] : fieldErrors(read.error, TeamAct)),
  ].map(({ field, problem, fix }) => ({
    problem: problem.replace(`"${field}"`, `--${field}`),
    where: { file: `npm run escalations -- ${command}`, field: `--${field}` },
    fix: fix === 'Add it.' ? `Add --${field} and ${MISSING[field] ?? 'its value'}.` : fix,
  }));
  if (!read.success || mistakes.length > 0) throw new WrongWords('Nothing was done.', mistakes);
  return read.data;
}

/** What an option that has to be there stands for. */
const MISSING: Readonly<Record<string, string>> = {
  text: 'what you want to say, in quotation marks',
  until: 'a time, such as 2026-11-24T10:00',
};

/** Without its words, why it happened is told in those of its field. */
function defaultsOf(command: ActName, by: string | undefined): Readonly<Record<string, string>> {
  switch (command) {
    case 'answer':
      return { by: 'email', ...(by === 'elsewhere' && { text: '' }) };
    case 'resolve':
      return { why: '' };
    case 'note':
    case 'move-promise':
      return { text: '' };
    case 'release':
      return {};
  }
}

function notToCome(typed: string, isLate: boolean, timeZone: string, now: Temporal.Instant) {
  const tomorrow = now.toZonedDateTimeISO(timeZone).add({ days: 1 }).toPlainDate().toString();
  return {
    field: 'until',
    problem: isLate ? `${typed} has passed already.` : `"${typed}" is not a time.`,
    fix: `Write a time to come on the clock of ${timeZone}, such as ${tomorrow}T10:00.`,
  };
}
