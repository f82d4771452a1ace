import * as fc from 'fast-check';

/** A header that means something here, with a value that it should not have. */
export function oddHeader(): fc.Arbitrary<readonly [string, string]> {
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
    { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...names), oddHeaderValue()) },
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
export function oddHeaderValue(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: 'grapheme-ascii', maxLength: 60 }),
    fc.string({ unit: 'grapheme-ascii', minLength: 300, maxLength: 2_000 }),
    fc.constantFrom('', '*', 'null', '-1', '9'.repeat(400), 'bytes=9-1,5-', '"', '%00', '\u00ff\u00fe'),
  );
}

/** One that is taken, mostly; or one of another kind, or of none. */
export function oddContentType(): fc.Arbitrary<string> {
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

function proof(): fc.Arbitrary<string> {
  return fc
    .oneof(fc.jsonValue(), fc.record({ challenge: fc.jsonValue(), solution: fc.jsonValue() }))
    .map((value) => Buffer.from(JSON.stringify(value)).toString('base64').slice(0, 6_000));
}
