import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mistakesIn } from '../../../src/islands/mistakes-in.ts';
import { MAX_LENGTHS } from '../../../src/schema/ask-rules.ts';
import { Escalation } from '../../../src/schema/escalation.ts';
import { requestErrors } from '../../../src/server/requests/outcome.ts';
import { withoutEmpty } from '../../../src/server/requests/take.ts';

const complete = { channel: 'email', name: 'A customer', email: 'a@example.com', message: 'It is gone.' };
const calls = { ...complete, channel: 'call-back', phone: '+44 1632 960150', goodTime: 'In the morning' };
const TYPED = [
  ...['', ' \t ', ' x ', 'a\tb', 'x\0', 'x'.repeat(54), 'nobody', 'a@b', 'a@example.com, b@example.com', '١٢٣٤', '123'],
  ...Object.values(MAX_LENGTHS).flatMap((most) => ['x'.repeat(most), ` ${'1'.repeat(most)} `, '1'.repeat(most + 1)]),
];

test('a message that has all it needs is told nothing', () => {
  const told = [complete, calls].map(mistakesIn);

  assert.deepEqual(told, [[], []]);
});

test('a message without an address is told so in the words of the server', () => {
  const told = mistakesIn({ ...complete, email: '' });

  assert.deepEqual(told, [
    {
      field: 'email',
      problem: 'We have no address to answer to.',
      fix: 'Write your e-mail address, or choose a call-back.',
    },
  ]);
});

test('whatever is typed, a browser says what the server would say', () => {
  const all = [
    {},
    { channel: 'call-back' },
    ...[complete, calls].flatMap((whole) =>
      Object.keys(MAX_LENGTHS).flatMap((field) => TYPED.map((value) => ({ ...whole, [field]: value }))),
    ),
  ].map((typed) => ({ channel: 'email', ...typed }));

  const here = all.map((typed) => sorted(mistakesIn(typed)));

  assert.deepEqual(here, all.map(saidByServer).map(sorted));
});

function saidByServer(typed: object) {
  const { error } = Escalation.safeParse(withoutEmpty(typed), { reportInput: true });
  return error ? requestErrors(error, Escalation) : [];
}

/** The form puts them in its own order. */
function sorted(mistakes: readonly { field: string; problem: string; fix: string }[]): string[] {
  return mistakes.map(({ field, problem, fix }) => `${field}: ${problem} ${fix}`).sort();
}
