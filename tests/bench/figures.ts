import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One measured number; `unit` is empty for counts. */
export type Figure = { name: string; value: number; unit: '' | 's' | 'ms' | '/s' | '×' | 'kB' | 'MB' };

export function megabytes(bytes: number): number {
  return bytes / 1_000_000;
}

/** Lines of names and numbers, the numbers below each other. */
export function table(figures: readonly Figure[]): string {
  const shown = figures.map(({ name, value, unit }) => ({ name, number: rounded(value), unit }));
  const nameWidth = Math.max(0, ...shown.map(({ name }) => name.length));
  const numberWidth = Math.max(0, ...shown.map(({ number }) => number.length));
  return shown
    .map(({ name, number, unit }) => `${name.padEnd(nameWidth)}  ${number.padStart(numberWidth)} ${unit}`.trimEnd())
    .join('\n');
}

/** Keeps figures as JSON, with what they were measured on. */
export async function keepFigures(
  folder: string,
  name: string,
  measured: { figures: readonly Figure[]; broken: readonly string[] },
): Promise<string> {
  const path = join(folder, `${name}.json`);
  const on = {
    at: Temporal.Now.instant().toString(),
    node: process.version,
    system: `${process.platform} ${process.arch}`,
  };
  await mkdir(folder, { recursive: true });
  await writeFile(path, `${JSON.stringify({ ...on, ...measured }, null, 2)}\n`);
  return path;
}

function rounded(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: Number.isInteger(value) || value >= 100 ? 0 : 2 });
}
