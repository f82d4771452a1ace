import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { TestContext } from 'node:test';
import { RequestErrors } from '../../src/schema/request-error.ts';
import type { Site } from '../../src/schema/site.ts';
import { openApp, type App } from '../../src/server/app.ts';
import { readSettings } from '../../src/server/settings.ts';
import { support } from '../fixtures/support.ts';
import { serveApi } from './serve-api.ts';

const NOW = Temporal.Instant.from('2026-11-23T09:00Z');

type Options = { keepSearches?: boolean; limits?: boolean; trustedProxies?: string } & Pick<
  NonNullable<Parameters<typeof openApp>[3]>,
  'openIncidents' | 'builtText'
>;

export type Running = {
  url: string;
  app: App;
  now: () => Temporal.Instant;
  later: (duration: Temporal.DurationLike) => void;
  logged: () => { event: string }[];
  /** The rows that a query finds in the database. */
  kept: (query: string) => Record<string, unknown>[];
};

/** The endpoints on an empty store of their own, on Monday 23 November 2026 at nine. */
export async function running(
  t: TestContext,
  { keepSearches = false, limits = true, trustedProxies = '', ...more }: Options = {},
): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-api-'));
  const path = join(folder, 'handrail.db');
  const settings = readSettings({
    SITE_URL: 'https://help.example.com',
    DATABASE_URL: `file:${path}`,
    HANDRAIL_SECRET: 'a secret that is long enough to use',
    LIMITS: limits ? 'on' : 'off',
    TRUSTED_PROXIES: trustedProxies,
  });
  const log: { event: string }[] = [];
  let now = NOW;
  const app = await openApp(
    settings,
    { ...site, switches: { keepSearches } },
    (slug) => slug === 'computer-will-not-start',
    {
      log: (event, fields) => log.push({ event, ...fields }),
      clock: () => now,
      ...more,
    },
  );
  const { url, stop } = await serveApi(app, () => now, settings.trustedProxies);
  t.after(async () => {
    await stop();
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });
  const kept = (query: string) => {
    using database = new DatabaseSync(path, { readOnly: true });
    return database
      .prepare(query)
      .all()
      .map((row) => ({ ...row }));
  };
  return { url, app, now: () => now, later: (duration) => (now = now.add(duration)), logged: () => log, kept };
}

const site: Pick<Site, 'support' | 'contact' | 'keepSearchesFor' | 'keepRequestsFor' | 'keepVotesFor'> = {
  keepSearchesFor: 'P180D',
  keepRequestsFor: 'P2Y',
  keepVotesFor: 'P3Y',
  contact: { phone: '+44 1632 960150', email: 'help@northlight.example' },
  support: { ...support, timeZone: 'Europe/London' },
};

export function post(address: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

export function postForm(address: string, fields: readonly (readonly [string, string])[]): Promise<Response> {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
  return fetch(address, { method: 'POST', body, redirect: 'manual' });
}

export async function errorsIn(response: Response) {
  return RequestErrors.parse(await response.json()).errors;
}
