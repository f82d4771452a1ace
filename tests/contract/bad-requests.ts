import * as fc from 'fast-check';

/** A request that no honest page or browser sends. `raw`: bytes as they go over the wire, whether HTTP or not. */
export type BadRequest =
  | { kind: 'http'; method: string; path: string; headers: readonly (readonly [string, string])[]; body?: Uint8Array }
  | { kind: 'raw'; bytes: Uint8Array };

/** Bad requests of every kind that we could think of. */
export function badRequest(): fc.Arbitrary<BadRequest> {
  return fc.oneof({ weight: 9, arbitrary: httpRequest() }, { weight: 1, arbitrary: rawRequest() });
}

function httpRequest(): fc.Arbitrary<BadRequest> {
  return fc
    .record({
      method: fc.oneof(
        { weight: 5, arbitrary: fc.constant('POST') },
        { weight: 2, arbitrary: fc.constant('GET') },
        { weight: 2, arbitrary: fc.constantFrom('HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'QUERY') },
      ),
      path: path(),
      headers: fc.array(header(), { maxLength: 6 }),
      host: fc.oneof(
        { weight: 19, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.oneof(value(), fc.constantFrom('[', 'a b', 'a:99999', 'evil.example')) },
      ),
      key: fc.option(fc.uuid(), { freq: 4 }),
      type: fc.option(contentType()),
      body: fc.option(body(), { freq: 8 }),
    })
    .map(({ method, path, headers, host, key, type, body }) => ({
      kind: 'http',
      method,
      path,
      headers: [
        ...headers,
        ...(host === null ? [] : [['host', host] as const]),
        ...(key === null ? [] : [['idempotency-key', key] as const]),
        ...(type === null ? [] : [['content-type', type] as const]),
      ],
      ...(body !== null && method !== 'GET' && method !== 'HEAD' && { body }),
    }));
}

const ENDPOINTS = ['/api/votes', '/api/escalations', '/api/searches'];
const ADDRESSES = [
  '/',
  '/talk/',
  '/voted/',
  '/api/health',
  '/api/promises',
  '/api/',
  '/api/auth/sign-in/email',
  '/articles/restore-a-file/',
  '/articles/restore-a-file/talk/',
  '/articles/restore-a-file/voted/',
  '/articles/restore-a-file/9/for-nobody/',
  `/requests/${'A'.repeat(43)}/`,
  '/requests/x/',
  '/search/',
  '/search/answer/',
  '/desk/',
  '/desk/requests/7K3F-9Q2M/',
  '/videos/captions/x.vtt',
  '/pagefind/pagefind-entry.json',
  '/sw.js',
  '/constructor/',
  '/__proto__/',
  '/..%2f..%2f..%2fetc/passwd',
  '/%00/',
  '/%ff/',
  '/%/',
  '/a\\..\\b/',
  '//evil.example/',
  '/;/?/#/',
];

function path(): fc.Arbitrary<string> {
  const odd = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => `/${encodeURIComponent(text.toWellFormed())}`);
  const question = fc
    .dictionary(
      fc.constantFrom('q', 'product', 'version', 'audience', 'type', 'step', 'helpful', 'from', '__proto__'),
      oddText(),
    )
    .map((fields) => `?${new URLSearchParams(fields)}`);
  return fc
    .tuple(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...ENDPOINTS) },
        { weight: 3, arbitrary: fc.constantFrom(...ADDRESSES) },
        { weight: 1, arbitrary: odd },
        {
          weight: 1,
          arbitrary: fc.tuple(fc.constantFrom(...ADDRESSES), odd).map(([start, end]) => start + end.slice(1)),
        },
      ),
      fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary: question }),
    )
    .map(([address, asked]) => address + asked);
}

function header(): fc.Arbitrary<readonly [string, string]> {
  const names = [
    'idempotency-key',
    'accept',
    'accept-encoding',
    'accept-language',
    'cookie',
    'range',
    'if-none-match',
    'if-modified-since',
    'origin',
    'referer',
    'sec-fetch-site',
    'x-forwarded-host',
    'x-forwarded-proto',
    'content-encoding',
    'authorization',
    'x-http-method-override',
    '__proto__',
  ] as const;
  const address = fc.oneof(
    fc.ipV4(),
    fc.ipV6(),
    fc.constantFrom('127.0.0.1', '::1', 'unknown', '', '1.2.3.4:5', '[::1]:x'),
  );
  return fc.oneof(
    { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...names), value()) },
    {
      weight: 2,
      arbitrary: fc.tuple(
        fc.constant('x-forwarded-for'),
        fc.array(address, { maxLength: 5 }).map((list) => list.join(', ')),
      ),
    },
    { weight: 1, arbitrary: fc.tuple(fc.constant('altcha'), proof()) },
  );
}

/** What Node takes for a header: the rest is for raw requests. */
function value(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: 'grapheme-ascii', maxLength: 60 }),
    fc.string({ unit: 'grapheme-ascii', minLength: 300, maxLength: 2_000 }),
    fc.constantFrom('', '*', 'null', '-1', '9'.repeat(400), 'bytes=9-1,5-', '"', '%00', '\u00ff\u00fe'),
  );
}

function proof(): fc.Arbitrary<string> {
  return fc
    .oneof(fc.jsonValue(), fc.record({ challenge: fc.jsonValue(), solution: fc.jsonValue() }))
    .map((value) => Buffer.from(JSON.stringify(value)).toString('base64').slice(0, 6_000));
}

function contentType(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant('application/json') },
    { weight: 4, arbitrary: fc.constant('application/x-www-form-urlencoded') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'application/json; charset=utf-16',
        'APPLICATION/JSON;',
        'multipart/form-data; boundary=x',
        'multipart/form-data',
        'text/plain',
        'application/x-www-form-urlencoded; charset=shift_jis',
        ';',
        '',
      ),
    },
  );
}

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

function body(): fc.Arbitrary<Uint8Array> {
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

function oddText(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.constantFrom(
      '\0',
      '\ud800',
      '\udfff\ud800',
      '\u202e',
      'a@b.example, c@d.example',
      'x@example.com\r\nBcc: y@example.com',
      "'; drop table escalations; --",
      '<script>alert(1)</script>',
      '{{7*7}}',
      '${7*7}',
      '../../etc/passwd',
      '9'.repeat(400),
      'é'.repeat(5_000),
    ),
  );
}

function asForm(fields: Record<string, unknown>): string {
  const written = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
  ]);
  return new URLSearchParams(written as [string, string][]).toString();
}

/** What only a socket can send: several requests at once, headers twice, lengths that lie, and no HTTP at all. */
function rawRequest(): fc.Arbitrary<BadRequest> {
  const line = fc
    .tuple(
      fc.constantFrom('GET', 'POST', 'CONNECT', 'TRACE', 'get', 'G\0T', ''),
      fc.oneof(
        fc.constantFrom('/', '/api/votes', '*', 'http://evil.example/', '//[', '/talk/?q=\u00ff'),
        fc.string({ unit: 'binary-ascii', maxLength: 30 }),
      ),
      fc.constantFrom('HTTP/1.1', 'HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/9.9', 'HTTP', ''),
    )
    .map((parts) => parts.join(' '));
  const header = fc.oneof(
    fc.constantFrom(
      'Host: a',
      'Host: b',
      'Host:',
      'Content-Length: 5',
      'Content-Length: 9999',
      'Content-Length: -1',
      'Content-Length: 5, 5',
      'Transfer-Encoding: chunked',
      'Transfer-Encoding: chunked, identity',
      'Transfer-Encoding : chunked',
      'Content-Type: application/json',
      'Content-Type: application/x-www-form-urlencoded',
      'Expect: 100-continue',
      'Expect: the impossible',
      'Connection: upgrade\r\nUpgrade: websocket',
      'Connection: close',
      'X-Forwarded-For: 1.2.3.4\r\nX-Forwarded-For: 5.6.7.8',
      'Idempotency-Key: a\r\nIdempotency-Key: b',
      ' folded: header',
      'no colon',
      `X: ${'x'.repeat(20_000)}`,
    ),
    fc.string({ unit: 'binary-ascii', maxLength: 40 }),
  );
  const after = fc.constantFrom(
    '',
    '{}',
    '5\r\nhello\r\n0\r\n\r\n',
    'zz\r\n',
    'GET / HTTP/1.1\r\nHost: a\r\n\r\n',
    '\0\0\0',
  );
  const written = fc
    .tuple(line, fc.array(header, { maxLength: 8 }), after)
    .map(([start, headers, end]) => `${[start, ...headers].join('\r\n')}\r\n\r\n${end}`);
  return fc
    .oneof(
      { weight: 4, arbitrary: written.map((text) => Buffer.from(text, 'latin1')) },
      {
        weight: 1,
        arbitrary: fc
          .array(written, { minLength: 2, maxLength: 5 })
          .map((texts) => Buffer.from(texts.join(''), 'latin1')),
      },
      { weight: 1, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 500 }) },
    )
    .map((bytes): BadRequest => ({ kind: 'raw', bytes }));
}
