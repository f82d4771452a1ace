import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { z } from 'zod';
import { Escalation } from '../../../src/schema/escalation.ts';
import { CustomerAct } from '../../../src/schema/escalation-event.ts';
import { Vote } from '../../../src/schema/vote.ts';
import { fieldErrors } from '../../../src/errors/from-zod.ts';
import { fields } from '../../../src/strings/en/fields.ts';

const long = 'x'.repeat(130_000);
const asks = { channel: 'email', name: 'Ada', email: 'ada@example.com', message: 'Help.' };
const votes = { article: 'a', helpful: false, reader: 'd9b8f1c4-0f2e-4a53-9a55-0d5c5d4a7f10', contentHash: '0' };

/** All that people can get wrong in a form for readers. */
const WRONG: readonly (readonly [z.ZodType, unknown])[] = [
  [Escalation, { channel: 'email' }],
  ...['', long, 'a\tb\u0007'].map((name) => [Escalation, { ...asks, name }] as const),
  ...['', long, 'nobody'].map((email) => [Escalation, { ...asks, email }] as const),
  ...['', long, 'a\0'].map((message) => [Escalation, { ...asks, message }] as const),
  ...[undefined, ' ', long, 'call me'].map((phone) => [Escalation, { ...asks, channel: 'call-back', phone }] as const),
  ...[' ', long].map((goodTime) => [Escalation, { ...asks, goodTime }] as const),
  [CustomerAct, { kind: 'message', text: '' }],
  [Vote, { ...votes, comment: long }],
];
const told = WRONG.flatMap(([shape, typed]) => {
  const { error } = shape.safeParse(typed);
  return error ? fieldErrors(error, shape).filter(({ field }) => field !== 'contentHash') : [];
});

test('what a reader is told of a field can be said in another language', () => {
  const english: Readonly<Record<string, { fix: string }>> = fields;

  const untold = told.filter(({ problem, fix }) => english[problem]?.fix !== fix);

  assert.deepEqual(untold, []);
});

test('nothing is translated that nobody is told', () => {
  const problems = new Set(told.map(({ problem }) => problem));

  assert.deepEqual(
    Object.keys(fields).filter((problem) => !problems.has(problem)),
    [],
  );
});
