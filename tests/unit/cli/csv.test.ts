import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv } from '../../../src/cli/csv.ts';

test('cells are quoted, numbers are not, and lines end as RFC 4180 has it', () => {
  const table = csv([
    ['question', 'times'],
    ['say "hello", twice\nor more', 2],
  ]);

  assert.equal(table, '"question","times"\r\n"say ""hello"", twice\nor more",2\r\n');
});

for (const formula of [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '=HYPERLINK("http://x","y")',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '\u200b=1',
  '\ufeff=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '\tx',
]) {
  test(`${JSON.stringify(formula)} is not run by a spreadsheet`, () => {
    const table = csv([[formula]]);

    assert.ok(table.startsWith(`"'`), table);
    assert.ok(table.replaceAll("'", '').includes(formula.replaceAll('"', '""')));
  });
}

for (const [typed, written] of [
  ['hello;=1+1;', `hello;'=1+1;`],
  ['hello\t@SUM(A1)', `hello\t'@SUM(A1)`],
  ['hello\n-2+3', `hello\n'-2+3`],
  ['hello\r\n =1', `hello\r\n '=1`],
  ['a";"=1', `a"";""'=1`],
] as const) {
  test(`${JSON.stringify(typed)} is not run where semicolons, tabs or lines part cells`, () => {
    assert.equal(csv([[typed]]), `"${written}"\r\n`);
  });
}

test('what could move the cursor of a terminal is no part of a table', () => {
  assert.equal(csv([['a\u001b[2J\u009b1', '\u0000=1']]), `"a\uFFFD[2J\uFFFD1","'\uFFFD=1"\r\n`);
});

for (const harmless of ['a; b', 'one\ntwo', 'printer', "it's", '1=1', 'a@b', 'wi-fi', '', '…']) {
  test(`${JSON.stringify(harmless)} is left as it is`, () => {
    assert.equal(csv([[harmless]]), `"${harmless}"\r\n`);
  });
}
