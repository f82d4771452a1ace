import { megabytes } from '../figures.ts';
import type { Built } from './built.ts';

const COLUMNS: readonly (readonly [string, (build: Built) => string])[] = [
  ['build', ({ name }) => name],
  ['articles', ({ articles }) => count(articles)],
  ['CPU s', ({ cpuSeconds }) => seconds(cpuSeconds)],
  ['wall s', ({ wallSeconds }) => seconds(wallSeconds)],
  ['one process MB', ({ peakProcessBytes }) => count(megabytes(peakProcessBytes))],
  ['all at once MB', ({ peakTreeBytes }) => count(megabytes(peakTreeBytes))],
  ['index s', ({ indexSeconds }) => seconds(indexSeconds)],
  ['index CPU s', ({ indexCpuSeconds }) => seconds(indexCpuSeconds)],
  ['pages', ({ pages }) => count(pages)],
  ['files', ({ files }) => count(files)],
  ['output MB', ({ bytes }) => count(megabytes(bytes))],
  ['load', ({ loadBefore }) => seconds(loadBefore)],
];

/** One line a build, numbers below each other. */
export function buildsTable(builds: readonly Built[]): string {
  const rows = [COLUMNS.map(([title]) => title), ...builds.map((build) => COLUMNS.map(([, show]) => show(build)))];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function seconds(value: number): string {
  return value.toFixed(1);
}
