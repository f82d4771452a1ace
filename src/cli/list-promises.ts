import type { Channel } from '../schema/site.ts';
import type { PromiseCount } from '../server/conversation.ts';
import { csv } from './csv.ts';

/** Promises that ended within a period, and those that are open and late at its end. */
export type PromiseReport = { since: Temporal.Instant; until: Temporal.Instant; counts: readonly PromiseCount[] };

const COLUMNS = ['kept', 'missed', 'moved', 'open'] as const;
const HEADINGS = ['kept', 'missed', 'moved', 'late and still open'];
const CHANNELS: Readonly<Record<Channel, string>> = { email: 'by e-mail', 'call-back': 'by a call' };

/** As text for a terminal; days are those of `timeZone`. */
export function listPromises({ since, counts }: PromiseReport, timeZone: string): string {
  const first = since.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  if (counts.length === 0) return `Since ${first} no promise ended, and none is late.`;
  const rows = counts.map((count) => [CHANNELS[count.channel], ...COLUMNS.map((column) => String(count[column]))]);
  const table = [['', ...HEADINGS], ...rows];
  const widths = ['', ...HEADINGS].map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
  return [`Promises since ${first}`, '', ...lines, '', inOneSentence(counts)].join('\n');
}

export function promisesTable({ counts }: PromiseReport): string {
  return csv([
    ['channel', ...COLUMNS],
    ...counts.map((count) => [count.channel, ...COLUMNS.map((name) => count[name])]),
  ]);
}

/** Whoever still waits past the promise counts as missed; one that was moved in time was told so, and is counted apart. */
function inOneSentence(counts: readonly PromiseCount[]): string {
  const sum = (column: (typeof COLUMNS)[number]) => counts.reduce((all, count) => all + count[column], 0);
  const ended = sum('kept') + sum('missed') + sum('open');
  if (ended === 0) return 'None of them came to its time yet.';
  const percent = Math.floor((sum('kept') / ended) * 100);
  return `${sum('kept')} of ${ended} were kept: ${percent} %.`;
}
