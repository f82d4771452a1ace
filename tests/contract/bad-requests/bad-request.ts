import * as fc from 'fast-check';
import { oddAddress } from './odd-address.ts';
import { oddBody } from './odd-body.ts';
import { oddContentType, oddHeader, oddHeaderValue } from './odd-header.ts';
import { rawRequest } from './raw-request.ts';

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
      path: oddAddress(),
      headers: fc.array(oddHeader(), { maxLength: 6 }),
      host: fc.oneof(
        { weight: 19, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.oneof(oddHeaderValue(), fc.constantFrom('[', 'a b', 'a:99999', 'evil.example')) },
      ),
      key: fc.option(fc.uuid(), { freq: 4 }),
      type: fc.option(oddContentType()),
      body: fc.option(oddBody(), { freq: 8 }),
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
