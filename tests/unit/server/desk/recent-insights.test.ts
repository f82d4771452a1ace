import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Content } from '../../../../src/articles/content.ts';
import { recentInsights, shownDays } from '../../../../src/server/desk/recent-insights.ts';
import { openSqliteStore } from '../../../../src/server/store/sqlite.ts';

const NOW = Temporal.ZonedDateTime.from('2026-03-30T12:00[Europe/London]');

test('whoever asks again within a minute costs nothing', async () => {
  await using desk = await openDesk();
  const first = desk.insights(30, desk.content, NOW);

  const second = desk.insights(30, desk.content, NOW.add({ seconds: 59 }));

  assert.equal(second, first);
  assert.equal(desk.sitesRead(), 1);
});

test('after a minute it is counted anew, and the site is not read again', async () => {
  await using desk = await openDesk();
  const first = await desk.insights(30, desk.content, NOW);

  const second = await desk.insights(30, desk.content, NOW.add({ seconds: 60 }));

  assert.notEqual(second, first);
  assert.equal(desk.sitesRead(), 1);
});

test('each period is counted for itself', async () => {
  await using desk = await openDesk();

  const week = await desk.insights(7, desk.content, NOW);
  const month = await desk.insights(30, desk.content, NOW);

  // The clocks go forward on 29 March 2026.
  assert.deepEqual(week.period, { since: '2026-03-24T00:00:00Z', until: '2026-03-30T23:00:00Z' });
  assert.deepEqual(month.period, { since: '2026-03-01T00:00:00Z', until: '2026-03-30T23:00:00Z' });
});

test('other content is read and counted at once', async () => {
  await using desk = await openDesk();
  const first = await desk.insights(90, desk.content, NOW);

  const second = await desk.insights(90, { ...desk.content }, NOW);

  assert.notEqual(second, first);
  assert.equal(desk.sitesRead(), 2);
});

test('what failed is tried again by the next who asks', async () => {
  await using desk = await openDesk({ failsFirst: true });
  await assert.rejects(desk.insights(7, desk.content, NOW), /unreadable/);

  const insights = await desk.insights(7, desk.content, NOW);

  assert.deepEqual(insights.failing, []);
});

for (const [written, days] of [
  ['7', 7],
  ['30', 30],
  ['90', 90],
  ['31', 90],
  ['07', 90],
  ['', 90],
  [null, 90],
] as const) {
  test(`an address that asks for ${written === null ? 'nothing' : `"${written}"`} shows ${days} days`, () => {
    assert.equal(shownDays(written), days);
  });
}

async function openDesk({ failsFirst = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-insights-'));
  const store = await openSqliteStore(join(folder, 'handrail.db'), NOW.toInstant());
  let read = 0;
  const insights = recentInsights(store, async () => {
    read++;
    if (failsFirst && read === 1) throw new Error('unreadable');
    return { articles: [], reviewEvery: 'P12M', keepsSearches: false };
  });
  const content = { editions: [] } as unknown as Content;
  const close = async () => {
    await store.close();
    await rm(folder, { recursive: true });
  };
  return { insights, content, sitesRead: () => read, [Symbol.asyncDispose]: close };
}
