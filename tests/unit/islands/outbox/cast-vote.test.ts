import assert from 'node:assert/strict';
import { test } from 'node:test';
import { castVote, sendKeptVotes, type Ballot, type Voting } from '../../../../src/islands/outbox/cast-vote.ts';
import type { Sent } from '../../../../src/islands/send.ts';

const NO: Ballot = { slug: 'restore-a-file', address: '/api/votes', body: { helpful: false } };
const YES: Ballot = { ...NO, body: { helpful: true } };
const OTHER: Ballot = { ...NO, slug: 'share-a-folder' };

test('a vote that arrives is sent once, and not kept', async () => {
  const { voting, arrived, kept } = browser();

  const cast = await castVote(NO, voting);
  await sendKeptVotes(voting);

  assert.equal(cast, 'sent');
  assert.deepEqual(arrived, [NO.body]);
  assert.equal(kept.size, 0);
});

test('a vote without a connection is kept, and sent when the line is back', async () => {
  const { voting, line, arrived, kept } = browser();
  line.kind = 'unreachable';
  const cast = await castVote(NO, voting);
  const before = await sendKeptVotes(voting);
  line.kind = 'sent';

  const after = await sendKeptVotes(voting);

  assert.equal(cast, 'kept');
  assert.deepEqual(before, [{ slug: 'restore-a-file', cast: 'kept' }]);
  assert.deepEqual(after, [{ slug: 'restore-a-file', cast: 'sent' }]);
  assert.deepEqual(arrived, [NO.body]);
  assert.equal(kept.size, 0);
});

test('a vote that a busy server does not take yet is kept', async () => {
  const { voting, line, kept } = browser();
  line.kind = 'busy';

  const cast = await castVote(NO, voting);

  assert.equal(cast, 'kept');
  assert.equal(kept.size, 1);
});

test('of two votes on an article the later one is kept, beside those on others', async () => {
  const { voting, line, arrived } = browser();
  line.kind = 'unreachable';
  for (const ballot of [NO, OTHER, YES]) await castVote(ballot, voting);
  line.kind = 'sent';

  await sendKeptVotes(voting);

  assert.deepEqual(arrived, [OTHER.body, YES.body]);
});

test('where nobody replies to one vote, the others are not tried', async () => {
  const { voting, line, tried } = browser();
  line.kind = 'unreachable';
  await castVote(NO, voting);
  await castVote(OTHER, voting);
  tried.length = 0;

  const became = await sendKeptVotes(voting);

  assert.deepEqual(tried, [NO.body]);
  assert.deepEqual(
    became.map(({ cast }) => cast),
    ['kept', 'kept'],
  );
});

test('a vote that arrives takes the place of one that was kept', async () => {
  const { voting, line, arrived } = browser();
  line.kind = 'unreachable';
  await castVote(NO, voting);
  line.kind = 'sent';

  await castVote(YES, voting);
  await sendKeptVotes(voting);

  assert.deepEqual(arrived, [YES.body]);
});

for (const kind of ['refused', 'no-server'] as const) {
  test(`a vote that meets "${kind}" is lost, and not tried for ever`, async () => {
    const { voting, line, kept } = browser();
    line.kind = 'unreachable';
    await castVote(OTHER, voting);
    line.kind = kind;

    const cast = await castVote(NO, voting);
    const became = await sendKeptVotes(voting);

    assert.equal(cast, 'lost');
    assert.deepEqual(became, [{ slug: 'share-a-folder', cast: 'lost' }]);
    assert.equal(kept.size, 0);
  });
}

test('where the browser keeps nothing, a vote without a connection is lost, and one with it is sent', async () => {
  const { voting, line } = browser();
  const forbidden = () => {
    throw new DOMException('forbidden', 'SecurityError');
  };
  line.kind = 'unreachable';

  const offline = await castVote(NO, { ...voting, storage: forbidden });
  line.kind = 'sent';
  const online = await castVote(NO, { ...voting, storage: forbidden });

  assert.deepEqual([offline, online], ['lost', 'sent']);
});

/** A browser with a line that is as `line.kind` says, and what has arrived at its other end. */
function browser() {
  const line: { kind: Sent<unknown>['kind'] } = { kind: 'sent' };
  const tried: object[] = [];
  const arrived: object[] = [];
  const kept = new Map<string, string>();
  const voting: Voting = {
    storage: () => ({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    }),
    async send(_address, body) {
      tried.push(body);
      if (line.kind === 'refused') return { kind: line.kind, status: 422, errors: [] };
      if (line.kind !== 'sent') return { kind: line.kind };
      arrived.push(body);
      return { kind: 'sent', answer: {} };
    },
    alone: (_name, work) => work(),
  };
  return { voting, line, tried, arrived, kept };
}
