import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { test } from 'node:test';
import { SearchLog } from '../../../../src/schema/search-log.ts';
import { searchKeeper } from '../../../../src/search/browser/search-keeper.ts';

test('a search is sent in the shape that the server takes, with whom it was for', async (t) => {
  const server = createServer().listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/searches`;
  const keep = searchKeeper(address, () => ({ product: 'sync', version: '4.2', audience: 'home' }));

  keep?.({ query: 'printer', results: 2, chosen: 'mend-a-printer' });

  const [request, response] = await once(server, 'request');
  const body = await json(request as IncomingMessage);
  response.writeHead(204).end();
  assert.equal(request.method, 'POST');
  assert.equal(request.headers['content-type'], 'application/json');
  assert.deepEqual(body, { query: 'printer', results: 2, chosen: 'mend-a-printer', version: '4.2', audience: 'home' });
  assert.deepEqual(SearchLog.parse(body), body);
});

test('a site that keeps no searches sends none', () => {
  const keep = searchKeeper(undefined, () => ({}));

  assert.equal(keep, undefined);
});

test('a server that cannot be reached is no concern of the reader', async (t) => {
  const { mock } = t.mock.method(globalThis, 'fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', note);
  t.after(() => process.off('unhandledRejection', note));

  searchKeeper('https://down.example/api/searches', () => ({}))?.({ query: 'printer', results: 2 });
  await new Promise((resolve) => setImmediate(resolve));

  assert.equal(mock.callCount(), 1);
  assert.deepEqual(unhandled, []);
});
