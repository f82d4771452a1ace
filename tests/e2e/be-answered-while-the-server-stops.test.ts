import { once } from 'node:events';
import { connect } from 'node:net';
import { anotherServer } from './another-server.ts';
import { PORT as SITE_PORT } from './playwright.config.ts';
import { expect, test } from './test.ts';

const PORT = SITE_PORT + 2;
const ADDRESS = `http://127.0.0.1:${PORT}`;

test.use({ baseURL: ADDRESS });

test('what is being sent while the server is told to stop is taken, answered and kept', async ({ page }) => {
  const server = await anotherServer(PORT);
  const body = JSON.stringify({
    channel: 'email',
    name: 'A customer',
    email: 'customer@example.com',
    message: 'Sent while you restarted.',
  });
  const socket = connect(PORT, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    'POST /api/escalations HTTP/1.1\r\nHost: help.example.com\r\nContent-Type: application/json\r\n' +
      `Idempotency-Key: under-way\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 20)}`,
  );
  // By the time that this is answered, the beginning above has arrived.
  await fetch(`${ADDRESS}/api/health`);

  const ended = server.stop();
  // A connection from before may be used once more, and be cut.
  const asked = () =>
    fetch(`${ADDRESS}/api/health`).then(
      () => 'answered',
      ({ cause }: { cause?: NodeJS.ErrnoException }) => cause?.code,
    );
  await expect.poll(asked).toBe('ECONNREFUSED');
  socket.write(body.slice(20));
  const answer = Buffer.concat((await socket.toArray()) as Buffer[]).toString();

  expect(answer).toMatch(/^HTTP\/1\.1 201 /);
  expect(answer).toMatch(/\r\nconnection: close\r\n/i);
  expect(await ended).toBe(0);
  expect(server.output()).toMatch(/"event":"stopping".*"event":"stopped"/s);

  const again = await anotherServer(PORT, server.env);
  try {
    const statusUrl = /"statusUrl":"([^"]+)"/.exec(answer)?.[1] ?? '';
    await page.goto(`${ADDRESS}${new URL(statusUrl).pathname}`);
    await expect(page.getByText('Sent while you restarted.')).toBeVisible();
  } finally {
    await again.stop();
  }
});
