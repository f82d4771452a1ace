import { mkdir, rm } from 'node:fs/promises';
import { createServer, request, Agent, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { webhook } from '../../src/help-desks/desks/webhook.ts';
import type { HelpDesk } from '../../src/help-desks/help-desk.ts';
import { httpClient } from '../../src/help-desks/http/http-client.ts';
import { DESK_KINDS } from '../../src/schema/help-desk-variables.ts';
import { startDelivering } from '../../src/server/delivering.ts';
import type { Store } from '../../src/server/store.ts';
import { openSqliteStore } from '../../src/server/store/sqlite.ts';
import { storedEscalation } from '../fixtures/stored-escalation.ts';
import type { Bench } from './bench.ts';
import { keepFigures, table, type Figure } from './figures.ts';

const FOLDER = resolve('.bench');
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const INNER_HOSTS = ['127.0.0.1'];
/** So many a lane has under way at once. */
const AT_ONCE = 4;
const ADDED_AT_ONCE = 64;

export const deliveryBench: Bench = {
  purpose: 'Delivers escalations to a help desk on this machine, beside bare HTTP posts of the same body.',
  usage: '[--seconds <each, 10>] [--escalations <that wait, 5000>]',
  run: async (words) => {
    const options = {
      seconds: { type: 'string', default: '10' },
      escalations: { type: 'string', default: '5000' },
    } as const;
    const { seconds, escalations } = parseArgs({ args: [...words], options }).values;
    return benchDelivery(Number(seconds), Number(escalations));
  },
};

async function benchDelivery(seconds: number, escalations: number): Promise<boolean> {
  const folder = join(FOLDER, 'delivery');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const desk = await localDesk();
  try {
    const figures: Figure[] = [];
    const broken: string[] = [];
    for (const lanes of [1, 4]) {
      const store = await openSqliteStore(join(folder, `lanes-${lanes}.db`), Temporal.Now.instant());
      const { rate, delivered } = await deliveries(store, desk, lanes, seconds, escalations);
      await store.close();
      if (delivered !== desk.idsTaken())
        broken.push(`${lanes} lanes: ${delivered} noted, ${desk.idsTaken()} at the desk.`);
      const raw = await rawPosts(desk, lanes * AT_ONCE, Math.min(seconds, 3));
      const name = lanes === 1 ? 'one lane' : `${lanes} lanes`;
      figures.push(
        { name: `bare posts, ${lanes * AT_ONCE} at once`, value: raw, unit: '/s' },
        { name: `deliveries, ${name}`, value: rate, unit: '/s' },
        { name: `deliveries for one bare post, ${name}`, value: rate / raw, unit: '×' },
      );
    }
    console.log(table(figures));
    for (const line of broken) console.log(line);
    console.log(`\nKept in ${await keepFigures(FOLDER, 'delivery', { figures, broken })}`);
    return broken.length === 0;
  } finally {
    desk.server.closeAllConnections();
    desk.server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

type LocalDesk = { server: Server; url: string; body: () => string; idsTaken: () => number; forget: () => void };

/** Takes everything, and counts the ids under which it came. */
async function localDesk(): Promise<LocalDesk> {
  const ids = new Set<string>();
  let latest = '';
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      latest = Buffer.concat(chunks).toString();
      ids.add(String(incoming.headers['webhook-id']));
      outgoing.writeHead(204).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return { server, url, body: () => latest, idsTaken: () => ids.size, forget: () => ids.clear() };
}

/** How many were delivered per second by `lanes`, each to a desk of its own name, for `seconds` or until none waits. */
async function deliveries(
  store: Store,
  { url, forget }: LocalDesk,
  lanes: number,
  seconds: number,
  escalations: number,
): Promise<{ rate: number; delivered: number }> {
  const one = webhook({ kind: 'webhook', url, secrets: [SECRET] }, httpClient({ innerHosts: INNER_HOSTS }));
  const desks: HelpDesk[] = DESK_KINDS.slice(0, lanes).map((kind) => ({ ...one, kind }));
  await fill(store, desks, Math.ceil(escalations / lanes));
  forget();
  let delivered = 0;
  const counting: Store = {
    ...store,
    noteDelivered: async (...noted) => {
      const before = await store.noteDelivered(...noted);
      delivered += 1;
      return before;
    },
  };
  const startedAt = performance.now();
  const delivering = startDelivering(
    { desks },
    { channels: [], desks, contactEmail: '', timeZone: 'UTC' },
    { store: counting, timeZone: 'UTC', log: () => undefined, now: () => Temporal.Now.instant(), chance: Math.random },
  );
  const all = Math.ceil(escalations / lanes) * lanes;
  while (delivered < all && performance.now() - startedAt < seconds * 1_000) await setTimeout(20);
  const rate = (delivered * 1_000) / (performance.now() - startedAt);
  await delivering.stop();
  return { rate, delivered };
}

async function fill(store: Store, desks: readonly HelpDesk[], escalations: number): Promise<void> {
  const openedAt = Temporal.Now.instant();
  const message = `It beeps. ${'I did what the page says, and it stays dark. '.repeat(8)}`;
  for (let added = 0; added < escalations; added += ADDED_AT_ONCE) {
    const ids = Array.from({ length: Math.min(ADDED_AT_ONCE, escalations - added) }, (_, index) => added + index);
    const promisedBy = openedAt.add({ hours: 24 });
    await Promise.all(
      ids.map((id) => store.addEscalation(storedEscalation(`e${id}`, { openedAt, promisedBy, typed: { message } }))),
    );
  }
  const kinds = desks.map(({ kind }) => kind);
  while ((await store.assignDesks(kinds, openedAt, 500)) > 0);
}

/** Posts per second of the body that came last, over connections that stay open, so many at once. */
async function rawPosts({ url, body }: LocalDesk, atOnce: number, seconds: number): Promise<number> {
  const text = body();
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  const post = () =>
    new Promise<void>((resolve, reject) => {
      const outgoing = request(url, { method: 'POST', agent, headers }, (incoming) => {
        incoming.resume();
        incoming.once('end', resolve);
      });
      outgoing.once('error', reject);
      outgoing.end(text);
    });
  let posts = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (; performance.now() - startedAt < seconds * 1_000; posts++) await post();
    }),
  );
  agent.destroy();
  return (posts * 1_000) / (performance.now() - startedAt);
}
