import * as fc from 'fast-check';
import { oddText } from './odd-text.ts';

const GOOD: readonly Record<string, unknown>[] = [
  {
    article: 'restore-a-file',
    helpful: false,
    reasons: ['out-of-date'],
    comment: 'No.',
    reader: '5f0c7c1e-0f5c-4b39-a3a1-5d2a2a2f8a11',
    contentHash: '0123456789abcdef',
  },
  {
    article: 'restore-a-file',
    channel: 'email',
    name: 'A reader',
    email: 'reader@example.com',
    phone: '+44 1632 960150',
    message: 'It beeps.',
    key: 'a-form',
    website: '',
    packet: {
      searches: [{ query: 'beeps', results: 2 }],
      visited: ['a'],
      steps: [],
      choices: [],
      browser: 'A browser',
    },
  },
  { query: 'beeps', results: 3, chosen: 'restore-a-file' },
  { kind: 'message', text: 'And one more thing.', key: 'k' },
];

/** Good bodies with odd values in some fields, cut short, badly written, or huge; and bytes that are none. */
export function oddBody(): fc.Arbitrary<Uint8Array> {
  const changed = fc
    .tuple(fc.constantFrom(...GOOD), fc.dictionary(fieldName(), odd(), { maxKeys: 4 }))
    .map(([good, changes]) => ({ ...good, ...changes }));
  const bytes = (text: string) => new TextEncoder().encode(text);
  const json = changed.map((value) => JSON.stringify(value));
  return fc.oneof(
    { weight: 5, arbitrary: json.map(bytes) },
    { weight: 5, arbitrary: changed.map(asForm).map(bytes) },
    { weight: 1, arbitrary: fc.constantFrom(...GOOD).map((good) => bytes(JSON.stringify(good))) },
    { weight: 2, arbitrary: fc.tuple(json, fc.nat(400)).map(([text, end]) => bytes(text.slice(0, end))) },
    { weight: 1, arbitrary: fc.json({ maxDepth: 8 }).map(bytes) },
    { weight: 1, arbitrary: fc.constantFrom(...BOMBS).map(bytes) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
    { weight: 1, arbitrary: json.map((text) => Buffer.from(text, 'utf16le')) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(changed.map(asForm), fc.constantFrom('%', '&%zz', '&a=%ff', '&&&=', '\0'))
        .map(([form, end]) => bytes(form + end)),
    },
  );
}

const BOMBS = [
  `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  `{"packet":${'{"packet":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
  `{"reasons":[${'0,'.repeat(50_000)}0]}`,
  `{"message":"${'\\ud800'.repeat(20_000)}"}`,
  `{"email":"${'a.'.repeat(30_000)}@${'a.'.repeat(30_000)}"}`,
  '{"__proto__":{"helpful":true},"constructor":{"prototype":{"x":1}}}',
  '{"results":1e400,"helpful":1e-400,"message":123456789012345678901234567890}',
  '{"a":1,"a":{"toString":1},"toJSON":2,"then":3,"length":1e9}',
  `message=${'%F0%9F%92%A5'.repeat(20_000)}`,
  'a=1&'.repeat(20_000),
  `packet=${encodeURIComponent('['.repeat(5_000))}`,
  '\ufeff{}',
  '',
];

function fieldName(): fc.Arbitrary<string> {
  const known = GOOD.flatMap((good) => Object.keys(good));
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom(...known, 'version', 'audience', 'goodTime', 'keep', 'packet-shown', 'step'),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'then', 'toJSON', ''),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  );
}

function odd(): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 3, arbitrary: oddText() },
    { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
    { weight: 1, arbitrary: fc.constantFrom(null, true, -0, 1e308, Number.MAX_SAFE_INTEGER + 2, [], [[]], {}, 'true') },
  );
}

function asForm(fields: Record<string, unknown>): string {
  const written = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
  ]);
  return new URLSearchParams(written as [string, string][]).toString();
}
