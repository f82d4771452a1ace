import { globSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { anotherServer } from './another-server.ts';
import { PORT as SITE_PORT } from './playwright.config.ts';
import { expect, test } from './test.ts';

const PORT = SITE_PORT + 4;
const ADDRESS = `http://127.0.0.1:${PORT}`;

/** No part of it may turn up in the log, however it was sent. */
const MARK = 'qzmark';
const PHONE = '+44 7946 091755';
const MARKED_PHONE = /7946[^"]{0,3}091755/;

const WRITTEN = {
  channel: 'email',
  name: `Jo ${MARK}`,
  email: `${MARK}@${MARK}.example`,
  phone: PHONE,
  goodTime: MARK,
  message: `My name is ${MARK}. Call ${PHONE}.`,
  text: `Still ${MARK}.`,
  packet: { searches: [{ query: MARK, results: 0 }], steps: [{ text: MARK, done: true }], visited: [MARK], [MARK]: 1 },
  article: MARK,
  helpful: false,
  reasons: ['wrong', MARK],
  comment: MARK,
  reader: MARK,
  contentHash: MARK,
  query: MARK,
  results: 3,
  after: MARK,
  [MARK]: MARK,
};

const HEADERS = {
  'user-agent': MARK,
  referer: `https://${MARK}.example/`,
  cookie: `session=${MARK}`,
  'x-forwarded-for': `${MARK}, 203.0.113.77`,
  authorization: MARK,
  altcha: MARK,
};

test('nothing that people write gets into the log, and no private address either', async () => {
  const desk = await deskThatRepeatsAll();
  const server = await anotherServer(PORT, {
    DATABASE_URL: `file:${test.info().outputPath('handrail.db')}`,
    HELP_DESKS: 'webhook',
    WEBHOOK_URL: desk.url,
    WEBHOOK_SECRETS: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    HELP_DESK_INNER_HOSTS: '127.0.0.1',
  });
  try {
    const token = await opened();

    for (const path of [...endpoints(token), `/${MARK}`, `/requests/${MARK}/`]) {
      for (const [type, body] of bodies()) {
        await send(path, {
          method: 'POST',
          headers: { ...HEADERS, 'content-type': type, 'idempotency-key': MARK },
          body,
        });
      }
      await send(`${path}?q=${MARK}&email=${WRITTEN.email}&a=%E0%A4%A`, { headers: HEADERS });
      await send(path, { method: MARK.toUpperCase(), headers: HEADERS });
    }
    for (const path of [
      `/search/?q=${MARK}+${PHONE}`,
      `/talk/?article=${MARK}`,
      `/articles/${MARK}/voted/?vote=${MARK}`,
    ]) {
      await send(path, { headers: HEADERS });
    }

    await expect.poll(() => server.output()).toContain('"event":"delivery-needs-a-person"');
    for (const event of ['request-refused', 'escalation-continued']) {
      expect(server.output()).toContain(`"event":"${event}"`);
    }
    expect(await server.stop()).toBe(0);
    const lines = server.output().split('\n');
    expect(lines.filter((line) => line.toLowerCase().includes(MARK))).toEqual([]);
    expect(lines.filter((line) => MARKED_PHONE.test(line) || line.includes('203.0.113.77'))).toEqual([]);
    expect(lines.filter((line) => line.includes(token) || line.includes(token.slice(0, 16)))).toEqual([]);
    // The one line for people says where the site is; all others are events.
    expect(lines.filter((line) => line !== '' && !line.startsWith('{')).length).toBe(1);
  } finally {
    await server.stop();
    desk.close();
  }
});

/** Every address that the server answers, with the private token of a real request where there is a place for it. */
function endpoints(token: string): string[] {
  return globSync('src/pages/{api,requests,desk}/**/*.{ts,astro}')
    .filter((file) => !/\/_[^/]*$/.test(file))
    .map((file) =>
      file
        .replace(/^src\/pages/, '')
        .replace(/\.ts$|(\/index)?\.astro$/, '')
        .replace('[token]', token)
        .replace(/\[[^\]]+\]/, MARK),
    )
    .flatMap((path) => (path.startsWith('/api') ? [path] : [path, `${path}/`]));
}

/** What is readable, what is nearly readable, and what is not. */
function bodies(): [string, string][] {
  const json = JSON.stringify(WRITTEN);
  const flat = Object.entries(WRITTEN).map(([name, value]) => [name, String(value)]);
  return [
    ['application/json', json],
    ['application/json', json.slice(0, -5)],
    ['application/json', JSON.stringify({ ...WRITTEN, email: MARK, channel: MARK, kind: MARK })],
    ['application/json', JSON.stringify({ kind: 'message', text: MARK })],
    ['application/json', JSON.stringify([MARK])],
    ['application/x-www-form-urlencoded', new URLSearchParams(flat).toString()],
    [
      'application/x-www-form-urlencoded',
      new URLSearchParams([...flat, ['channel', 'email'], ['packet', json]]).toString(),
    ],
    ['application/x-www-form-urlencoded', `key=${MARK}&kind=message&text=${MARK}`],
    ['application/x-www-form-urlencoded', `key=${MARK}2&kind=reopened&text=${MARK}`],
    ['application/x-www-form-urlencoded', `${MARK}=%E0%A4%A&kind=message&text=${MARK}`],
    [MARK, json],
  ];
}

async function opened(): Promise<string> {
  const { channel, name, email, message, packet } = WRITTEN;
  const response = await fetch(`${ADDRESS}/api/escalations`, {
    method: 'POST',
    headers: { ...HEADERS, 'content-type': 'application/json', 'idempotency-key': `${MARK}-1` },
    body: JSON.stringify({ channel, name, email, message, packet: { searches: packet.searches } }),
  });
  expect(response.status).toBe(201);
  const { statusUrl } = (await response.json()) as { statusUrl: string };
  return /requests\/([\w-]{43})\//.exec(statusUrl)?.[1] ?? '';
}

/** Any answer will do, also a connection that is cut: what counts is what the server says to itself. */
async function send(path: string, init: RequestInit): Promise<void> {
  await fetch(`${ADDRESS}${path}`, { redirect: 'manual', ...init }).then(
    (response) => response.arrayBuffer(),
    () => undefined,
  );
}

/** Rejects everything, and repeats in its answer what it was sent, as some do. */
async function deskThatRepeatsAll(): Promise<{ url: string; close: () => void }> {
  const server = createServer(async (request, response) => {
    response.writeHead(422).end(Buffer.concat((await request.toArray()) as Buffer[]));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => (server.closeAllConnections(), server.close()),
  };
}
