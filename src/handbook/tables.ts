import { z } from 'zod';
import { Environment } from '../schema/environment.ts';
import { LOG_EVENTS } from '../server/log-events.ts';

/** A table of Markdown as rows of cells, the heading first. */
export type Table = readonly (readonly string[])[];

/** Tables of src/handbook/operate.md that follow from the code, by the name of their place there. */
export const HANDBOOK_TABLES: Readonly<Record<string, Table>> = {
  settings: [['setting', 'unset', 'meaning'], ...Object.entries(Environment.shape).map(setting)],
  log: [
    ['event', 'level', 'meaning'],
    ...Object.entries(LOG_EVENTS).map(([event, { level, meaning }]) => [`\`${event}\``, level, meaning]),
  ],
};

/** `text` with the table `name` in its place, between `<!-- name: … -->` and `<!-- /name -->`. */
export function withTable(text: string, name: string, table: Table): string {
  const [heading = [], ...rows] = table;
  const lines = [heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.map(escaped).join(' | ')} |`);
  return text.replace(placeOf(name), (_whole, begin: string, end: string) => [begin, '', ...lines, '', end].join('\n'));
}

/** The table `name` as it stands in `text`; undefined where there is no place for it. */
export function tableIn(text: string, name: string): Table | undefined {
  const [whole] = placeOf(name).exec(text) ?? [];
  return whole
    ?.split('\n')
    .filter((line) => line.startsWith('|') && !/^[|\s:-]+$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replaceAll('\\|', '|')),
    );
}

function setting([name, shape]: [string, z.ZodType]): string[] {
  const { default: unset, description = '' } = z.toJSONSchema(shape, { io: 'input' });
  return [`\`${name}\``, unset === undefined || unset === '' ? '' : `\`${String(unset)}\``, description];
}

function placeOf(name: string): RegExp {
  return new RegExp(`(<!-- ${name}: [^>]*-->)[^]*?(<!-- /${name} -->)`);
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|');
}
