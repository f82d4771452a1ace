import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { HANDBOOK_TABLES, withTable } from '../handbook/tables.ts';
import { runCommand } from './run-command.ts';

const FILE = 'src/handbook/operate.md';

// `npm run handbook`: writes the tables of the handbook anew that follow from the code. For those who change it.
await runCommand('handbook', async () => {
  const written = Object.entries(HANDBOOK_TABLES).reduce(
    (text, [name, table]) => withTable(text, name, table),
    await readFile(FILE, 'utf8'),
  );
  await writeFile(FILE, await format(written, { ...(await resolveConfig(FILE)), filepath: FILE }));
});
