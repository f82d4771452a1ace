import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { HANDBOOK_TABLES, tableIn, withTable } from '../../../src/handbook/tables.ts';

const operate = readFileSync('src/handbook/operate.md', 'utf8');

for (const [name, table] of Object.entries(HANDBOOK_TABLES)) {
  test(`the handbook's table of "${name}" says what the code does; where not: npm run handbook`, () => {
    assert.deepEqual(tableIn(operate, name), table);
  });
}

test('a table that was written is read back as it was', () => {
  const table = [
    ['setting', 'meaning'],
    ['`A`', 'either | or'],
    ['`B`', ''],
  ];

  const text = withTable('Before.\n<!-- one: written -->\nold\n<!-- /one -->\nAfter.', 'one', table);

  assert.deepEqual(tableIn(text, 'one'), table);
  assert.match(text, /^Before\.\n<!-- one: written -->\n\n\| setting[^]*<!-- \/one -->\nAfter\.$/);
});

test('every command that the handbook names is there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const commands = [...operate.matchAll(/npm run (?:--silent )?([a-z:]+)/g)].map(([, command]) => command ?? '');
  const files = [...operate.matchAll(/\bsrc\/cli\/[a-z-]+\.ts/g)].map(([file]) => file);

  assert.deepEqual(
    commands.filter((command) => !(command in scripts)),
    [],
  );
  assert.deepEqual(
    files.filter((file) => !existsSync(file)),
    [],
  );
});
