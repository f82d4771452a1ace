import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { test, type TestContext } from 'node:test';
import { Mistakes } from '../../../src/errors/user-error.ts';
import { listen } from '../../../src/server/listen.ts';

test('a port that is taken is a mistake that names PORT', async (t) => {
  const { port } = await slow(t);

  const taken = listen(() => undefined, { port, host: '127.0.0.1' });

  await assert.rejects(taken, (error) => {
    assert.ok(error instanceof Mistakes);
    assert.deepEqual(error.mistakes, [
      {
        problem: `Port ${port} is taken on 127.0.0.1.`,
        where: { file: 'environment', field: 'PORT' },
        fix: `Stop what runs there (perhaps another \`npm start\`), or set PORT to another number, such as ${port + 1}.`,
      },
    ]);
    return true;
  });
});

test('a server that closes answers the request that is under way, and keeps its connection no longer', async (t) => {
  const { port, close } = await slow(t);
  const socket = connect(port, '127.0.0.1');
  socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nha');
  await once(socket, 'connect');
  // A round trip on a connection of its own, so that the first half has arrived.
  await (await fetch(`http://127.0.0.1:${port}/`)).text();

  const closed = close();
  const refused = fetch(`http://127.0.0.1:${port}/`);
  await assert.rejects(refused);
  socket.write('lf');

  const chunks = (await socket.toArray()) as Buffer[];
  assert.match(Buffer.concat(chunks).toString(), /^HTTP\/1\.1 200 OK\r\n(.|\r\n)*connection: close\r\n(.|\r\n)*half/i);
  await closed;
});

test('connections that nobody uses do not keep a server from closing', async (t) => {
  const { port, close } = await slow(t);
  const unused = connect(port, '127.0.0.1');
  await once(unused, 'connect');
  const kept = connect(port, '127.0.0.1');
  kept.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await once(kept, 'data');

  await close();

  const ends = await Promise.all([unused, kept].map((socket) => socket.toArray().then(() => socket.closed)));
  assert.deepEqual(ends, [true, true]);
});

for (const [it, start] of [
  ['headers', 'POST /api/votes HTTP/1.1\r\n'],
  ['a body', 'POST /api/votes HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n'],
] as const) {
  test(`whoever sends ${it} a byte at a time is cut off after a while, and keeps nobody else waiting`, async (t) => {
    const { port } = await slow(t, { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 100 });
    const sockets = Array.from({ length: 50 }, () => connect(port, '127.0.0.1'));
    const answers = sockets.map((socket) => {
      let answer = '';
      socket.write(start);
      // Not before what has come was read: a byte that meets a server that hung up would take the answer along.
      const timer = setInterval(() => setImmediate(() => socket.writable && socket.write('a')), 50);
      socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
      // A byte that is under way when the server hangs up is answered with a reset.
      socket.on('error', () => undefined);
      return new Promise<string>((closed) => {
        socket.once('close', () => {
          clearInterval(timer);
          closed(answer.slice(0, 12));
        });
      });
    });

    const served = await fetch(`http://127.0.0.1:${port}/`);

    assert.equal(served.status, 200);
    assert.deepEqual(new Set(await Promise.all(answers)), new Set(['HTTP/1.1 408']));
    assert.equal((await fetch(`http://127.0.0.1:${port}/`)).status, 200);
  });
}

/** Answers with what was sent, once all of it has come. */
async function slow(t: TestContext, patience?: Parameters<typeof listen>[2]) {
  const echo = (request: IncomingMessage, response: ServerResponse) =>
    void request.toArray().then(
      (chunks) => response.end(Buffer.concat(chunks)),
      () => response.destroy(),
    );
  const server = await listen(echo, { port: 0, host: '127.0.0.1' }, patience);
  t.after(() => server.close());
  return server;
}
