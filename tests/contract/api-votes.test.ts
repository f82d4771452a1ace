import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldsOf, vote } from './api-samples.ts';
import { errorsIn, post, postForm, running } from './running-api.ts';

test('the same reader changes a vote, and it keeps its id', async (t) => {
  const { url } = await running(t);

  const first = await post(`${url}/api/votes`, vote);
  const second = await post(`${url}/api/votes`, { ...vote, helpful: true, reasons: [], comment: '' });

  assert.deepEqual([first.status, second.status], [201, 200]);
  assert.deepEqual(await second.json(), await first.json());
});

test('a vote on an article that is not there is refused', async (t) => {
  const { url } = await running(t);

  const response = await post(`${url}/api/votes`, { ...vote, article: 'not-there' });

  assert.equal(response.status, 422);
  assert.deepEqual(await errorsIn(response), [
    {
      field: 'article',
      problem: 'There is no article "not-there".',
      fix: 'Send the slug as it stands in the address of the article.',
    },
  ]);
});

test('a reason that nobody offered is refused, with the ones that there are', async (t) => {
  const { url } = await running(t);

  const response = await post(`${url}/api/votes`, { ...vote, reasons: ['outdated', 'out-of-dat'] });

  assert.equal(response.status, 422);
  const errors = await errorsIn(response);
  assert.equal(errors[0]?.problem, '"outdated" is not one of the values that "reasons[0]" can have.');
  assert.match(errors[1]?.fix ?? '', /^Did you mean "out-of-date"\? Use one of /);
});

test('a vote by a plain form goes on to the page that thanks, with what that page needs', async (t) => {
  const { url } = await running(t);

  const response = await postForm(
    `${url}/api/votes`,
    fieldsOf({ article: 'computer-will-not-start', version: '12', helpful: 'false', contentHash: vote.contentHash }),
  );

  assert.equal(response.status, 303);
  const to = new URL(response.headers.get('location') ?? '', url);
  assert.equal(to.pathname, '/articles/computer-will-not-start/voted/');
  const carried = Object.fromEntries(to.searchParams);
  assert.deepEqual([carried['helpful'], carried['version'], carried['contentHash']], ['false', '12', vote.contentHash]);
  const changed = await postForm(`${url}/api/votes`, [
    ...fieldsOf({
      article: 'computer-will-not-start',
      helpful: 'false',
      contentHash: vote.contentHash,
      comment: 'Why',
    }),
    ['reader', carried['reader'] ?? ''],
    ['reasons', 'out-of-date'],
    ['reasons', 'hard-to-follow'],
  ]);
  assert.equal(new URL(changed.headers.get('location') ?? '', url).searchParams.get('vote'), carried['vote']);
});
