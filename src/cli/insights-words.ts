import { parseArgs } from 'node:util';
import { didYouMean } from '../errors/did-you-mean.ts';
import type { UserError } from '../errors/user-error.ts';
import { Day } from '../schema/identifier.ts';
import type { Period } from '../server/store.ts';
import { WrongWords } from './wrong-words.ts';

export type InsightsWanted = { report: Report; format: Format; period: Period; write: boolean };
export type Format = 'text' | 'json' | 'csv';

const REPORTS = ['searches', 'promises', 'learn'] as const;
/** Without a name all of it is reported. */
type Report = 'everything' | (typeof REPORTS)[number];
const OPTIONS = {
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
  days: { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
  write: { type: 'boolean' },
} as const;
/** Edits show after some weeks; what is searched for should be as new as possible. */
const DEFAULT_DAYS: Readonly<Record<Report, number>> = { everything: 90, searches: 30, promises: 30, learn: 90 };
const MOST_DAYS = 3650;

/**
 * Reads the words behind `npm run insights --`. Days begin and end in the time zone of `today`, and those that are
 * named belong to the period. Throws `WrongWords` with all that is wrong.
 */
export function readInsightsWords(words: readonly string[], today: Temporal.ZonedDateTime): InsightsWanted {
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: OPTIONS,
    strict: false,
    tokens: true,
  });
  const options = values as Options;
  const unknown = tokens.flatMap((token) => (token.kind === 'option' && !(token.name in OPTIONS) ? [token] : []));
  const mistakes = [
    ...mistakesInReport(positionals),
    ...unknown.map(({ rawName, name }) => unknownOption(rawName, name)),
    ...mistakesInOptions(options),
    ...mistakesInPromises(positionals, options),
    ...mistakesInLearn(positionals, options),
  ];
  if (mistakes.length > 0) throw new WrongWords('Nothing was listed.', mistakes);
  const report = REPORTS.find((name) => name === positionals[0]) ?? 'everything';
  const format = options.json ? 'json' : options.csv ? 'csv' : 'text';
  return { report, format, period: periodOf(options, today, DEFAULT_DAYS[report]), write: options.write ?? false };
}

/** An option that lacks its value is read as `true`. */
type Options = { json?: boolean; csv?: boolean; write?: boolean } & {
  [name in 'days' | 'since' | 'until']?: string | true;
};

function mistakesInReport(named: readonly string[]): UserError[] {
  const asked = named.join(' ');
  if (asked === '' || REPORTS.some((name) => name === asked)) return [];
  const fix = `${didYouMean(asked, REPORTS)}Name ${REPORTS.join(' or ')}, or none for all of it.`;
  return [mistake(asked, `There is no report "${asked}".`, fix)];
}

function mistakesInPromises([report]: readonly string[], { until }: Options): UserError[] {
  if (report !== 'promises' || until === undefined) return [];
  return [mistake('--until', 'Promises are counted up to now: some of them are still open.', 'Leave --until out.')];
}

function mistakesInLearn([report]: readonly string[], { write, csv }: Options): UserError[] {
  if (report !== 'learn')
    return write
      ? [mistake('--write', 'Only keywords can be written.', 'Write npm run insights -- learn --write.')]
      : [];
  return csv ? [mistake('--csv', 'Keywords are proposed as changes of files.', 'Use --json, or leave it out.')] : [];
}

function unknownOption(rawName: string, name: string): UserError {
  const known = Object.keys(OPTIONS);
  const fix = `${didYouMean(name, known)}Use ${known.map((option) => `--${option}`).join(', ')}.`;
  return mistake(rawName, `There is no option ${rawName}.`, fix);
}

function mistakesInOptions({ json, csv, days, since, until }: Options): UserError[] {
  const mistakes: UserError[] = [];
  if (json && csv) mistakes.push(mistake('--csv', 'JSON and CSV cannot both be written.', 'Leave one of them out.'));
  if (days !== undefined && since !== undefined)
    mistakes.push(mistake('--days', '--days and --since both say where to begin.', 'Leave one of them out.'));
  if (days !== undefined && !(/^[1-9][0-9]*$/.test(String(days)) && Number(days) <= MOST_DAYS))
    mistakes.push(mistake('--days', `${written(days)} is no number of days.`, `Write one from 1 to ${MOST_DAYS}.`));
  for (const [name, day] of Object.entries({ since, until })) {
    if (day !== undefined && !Day.safeParse(day).success)
      mistakes.push(mistake(`--${name}`, `${written(day)} is no day.`, 'Write it as YYYY-MM-DD, such as 2026-10-01.'));
  }
  return mistakes;
}

function periodOf({ days, since, until }: Options, today: Temporal.ZonedDateTime, byDefault: number): Period {
  const lastDay = until === undefined ? today.toPlainDate() : Temporal.PlainDate.from(String(until));
  const firstDay =
    since === undefined
      ? lastDay.subtract({ days: Number(days ?? byDefault) - 1 })
      : Temporal.PlainDate.from(String(since));
  if (Temporal.PlainDate.compare(firstDay, lastDay) > 0) {
    const problem = `${firstDay} is later than ${lastDay}, the last day to be counted.`;
    throw new WrongWords('Nothing was listed.', [mistake('--since', problem, 'Write an earlier day.')]);
  }
  return {
    since: firstDay.toZonedDateTime(today.timeZoneId).toInstant(),
    until: lastDay.add({ days: 1 }).toZonedDateTime(today.timeZoneId).toInstant(),
  };
}

function written(value: string | true): string {
  return value === true ? 'Nothing' : `"${value}"`;
}

function mistake(field: string, problem: string, fix: string): UserError {
  return { problem, where: { file: 'npm run insights', field }, fix };
}
