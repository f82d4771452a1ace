import * as fc from 'fast-check';
import type { BadRequest } from './bad-request.ts';

/** What only a socket can send: several requests at once, headers twice, lengths that lie, and no HTTP at all. */
export function rawRequest(): fc.Arbitrary<BadRequest> {
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
