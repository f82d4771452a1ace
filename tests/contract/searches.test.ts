import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsIn, post, postForm, running, type Running } from './running-api.ts';

const search = { query: 'printer offline', results: 4 };

test('a search, its results and the chosen one are kept where the site keeps searches', async (t) => {
  const { url, kept } = await running(t, { keepSearches: true });

  const response = await post(`${url}/api/searches`, {
    ...search,
    chosen: 'mend-a-printer',
    version: '4.2',
    audience: 'home',
    after: 'printer',
  });

  assert.equal(response.status, 204);
  assert.deepEqual(searches(kept), [
    {
      query: 'printer offline',
      results: 4,
      chosen: 'mend-a-printer',
      version: '4.2',
      audience: 'home',
      after_query: 'printer',
      searched_at: '2026-11-23T09:00:00.000Z',
    },
  ]);
});

test('nothing is kept where the site keeps no searches, which is how a site begins', async (t) => {
  const { url, kept } = await running(t);

  const response = await post(`${url}/api/searches`, search);

  assert.equal(response.status, 204);
  assert.deepEqual(searches(kept), []);
});

test('addresses and long numbers are cut out of a search, and of the one before it', async (t) => {
  const { url, kept } = await running(t, { keepSearches: true });

  await post(`${url}/api/searches`, {
    query: 'me@example.com call 01632 960 150 printer',
    results: 0,
    chosen: '',
    after: 'order 123456',
  });

  assert.deepEqual(
    searches(kept).map(({ query, after_query }) => [query, after_query]),
    [['… call … printer', 'order …']],
  );
});

test('a search of nothing is taken, and not kept', async (t) => {
  const { url, kept } = await running(t, { keepSearches: true });

  const response = await post(`${url}/api/searches`, { ...search, query: '  \n' });

  assert.equal(response.status, 204);
  assert.deepEqual(searches(kept), []);
});

test('a search without its number of results is told so', async (t) => {
  const { url } = await running(t, { keepSearches: true });

  const response = await post(`${url}/api/searches`, { query: 'printer', chosen: 'Mend a printer' });

  assert.equal(response.status, 422);
  assert.deepEqual(await errorsIn(response), [
    { field: 'results', problem: '"results" is missing.', fix: 'Add it: How many results were shown.' },
    {
      field: 'chosen',
      problem: '"chosen" is not in the form that is needed here.',
      fix: 'Use lower-case letters, digits and single hyphens, such as "restore-a-file".',
    },
  ]);
});

test('searches are sent by scripts, so a plain form is refused', async (t) => {
  const { url } = await running(t, { keepSearches: true });

  const response = await postForm(`${url}/api/searches`, [['query', 'printer']]);

  assert.equal(response.status, 415);
  assert.deepEqual(await errorsIn(response), [
    { field: '', problem: 'This is a form.', fix: 'Send it as application/json.' },
  ]);
});

test('what is searched for is not in the log', async (t) => {
  const { url, logged } = await running(t, { keepSearches: true });

  await post(`${url}/api/searches`, search);
  await post(`${url}/api/searches`, { query: 'printer offline' });

  assert.deepEqual(
    logged().map(({ event }) => event),
    ['request-refused'],
  );
  assert.doesNotMatch(JSON.stringify(logged()), /printer/);
});

function searches(kept: Running['kept']) {
  return kept('select query, results, chosen, version, audience, after_query, searched_at from searches');
}
