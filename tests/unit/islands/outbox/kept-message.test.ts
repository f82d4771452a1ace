import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  afterAttempt,
  asSeen,
  isDue,
  isNews,
  isOver,
  isTaken,
  newsFor,
  nextTry,
  twinOf,
  type KeptMessage,
} from '../../../../src/islands/outbox/kept-message.ts';
import { ANSWER, sent, waiting } from './outbox-fixture.ts';

const HOUR_MS = 3_600_000;

test('tries are further and further apart, up to ten minutes', () => {
  let message: KeptMessage = waiting();
  const waits: number[] = [];
  for (let attempt = 0; attempt < 10; attempt++) {
    message = afterAttempt(message, { kind: 'unreachable' }, 0, 0);
    waits.push((nextTry([message], 0) ?? 0) / 1000);
  }

  assert.deepEqual(waits, [4, 8, 16, 32, 64, 128, 256, 512, 600, 600]);
});

test('browsers that failed together do not come back together', () => {
  const waits = [0, 0.5, 1].map((random) =>
    nextTry([afterAttempt(waiting(), { kind: 'unreachable' }, 10_000, random)], 10_000),
  );

  assert.deepEqual(waits, [14_000, 13_000, 12_000]);
});

test('a sign that it may go now counts before its time, but not right after a try', () => {
  const failed = afterAttempt(waiting(), { kind: 'unreachable' }, 10_000, 0);
  const isDueAt = (nowMs: number, isSigned: boolean) => isDue(failed, nowMs, isSigned ? nowMs : undefined);

  assert.deepEqual([isDueAt(11_000, true), isDueAt(13_000, true)], [false, true]);
  assert.deepEqual([isDueAt(13_999, false), isDueAt(14_000, false)], [false, true]);
});

test('a sign that comes right after a try leads to the next one as soon as that may be, and only once', () => {
  const failed = afterAttempt(waiting(), { kind: 'unreachable' }, 10_000, 0);
  const busy = afterAttempt(waiting(), { kind: 'busy', waitMs: 93_000 }, 10_000, 0);

  assert.deepEqual([nextTry([failed], 11_000, 11_000), nextTry([busy], 11_000, 11_000)], [12_000, 103_000]);
  assert.equal(nextTry([afterAttempt(failed, { kind: 'unreachable' }, 12_000, 0)], 12_000, 11_000), 20_000);
});

test('a server that asks for time is left alone for so long, whatever sign there is that it may go', () => {
  const failed = afterAttempt(waiting(), { kind: 'busy', waitMs: 93_000 }, 10_000, 0);
  const isDueAt = (nowMs: number, isSigned: boolean) => isDue(failed, nowMs, isSigned ? nowMs : undefined);

  assert.deepEqual([isDueAt(20_000, true), isDueAt(102_999, true), isDueAt(102_999, false)], [false, false, false]);
  assert.deepEqual([isDueAt(103_000, true), isDueAt(103_000, false)], [true, true]);
});

test('browsers that were asked for the same time come one after the other', () => {
  const waits = [0, 1].map((random) =>
    nextTry([afterAttempt(waiting(), { kind: 'busy', waitMs: 100_000 }, 0, random)], 0),
  );

  assert.deepEqual(waits, [100_000, 110_000]);
});

test('of what the server asked for nothing stays once it is not there any more', () => {
  const busy = afterAttempt(waiting(), { kind: 'busy', waitMs: 93_000 }, 0, 0);

  const { state } = afterAttempt(busy, { kind: 'unreachable' }, 100_000, 0);

  assert.deepEqual(state.kind === 'waiting' && [state.met, state.askedToWaitUntilMs], ['unreachable', undefined]);
});

test('a clock that was set back holds nothing up', () => {
  const failed = afterAttempt(waiting(), { kind: 'unreachable' }, 10_000_000, 0);
  const busy = afterAttempt(waiting(), { kind: 'busy', waitMs: 93_000 }, 10_000_000, 0);

  assert.equal(isDue(failed, 0, 0), true);
  assert.equal(isDue(busy, 0, 0), true);
});

test('what was sent is never due', () => {
  assert.equal(isDue(sent(), 10_000, 0), false);
});

test('of a message that was sent nothing stays but the answer', () => {
  const after = afterAttempt(waiting(), { kind: 'sent', answer: ANSWER }, 5_000, 0);

  assert.deepEqual(after.state, { kind: 'sent', answer: ANSWER, sentAtMs: 5_000, isSeen: false });
  assert.ok(!JSON.stringify(after).includes('The folder is gone'));
});

test('what is turned down is kept with its words and the reasons', () => {
  const errors = [{ field: 'name', problem: 'This name is too long.', fix: 'Shorten it.' }];

  const { state } = afterAttempt(waiting(), { kind: 'refused', status: 422, errors }, 0, 0);

  assert.equal(state.kind, 'refused');
  assert.deepEqual(state.kind === 'refused' && [state.status, state.errors], [422, errors]);
  assert.match(state.kind === 'refused' ? state.body : '', /The folder is gone/);
});

test('"the same is under way" and "not yet" are no refusal', () => {
  for (const status of [408, 409, 425]) {
    const { state } = afterAttempt(waiting(), { kind: 'refused', status, errors: [] }, 0, 0);

    assert.equal(state.kind, 'waiting', String(status));
  }
});

test('a page of somebody else in the place of an answer leaves the message waiting', () => {
  const { state } = afterAttempt(waiting(), { kind: 'no-server' }, 0, 0);

  assert.deepEqual(state.kind === 'waiting' && [state.met, state.attempts], ['no-server', 1]);
});

test('a message that was sent stays as it is, whatever a slower try comes to', () => {
  const after = afterAttempt(sent(), { kind: 'unreachable' }, 0, 0);

  assert.deepEqual(after, sent());
});

test('what was seen is forgotten after an hour, what was not after a month, and what waits never', () => {
  const inAnHour = HOUR_MS + 1;
  const inAMonth = 30 * 24 * HOUR_MS + 1;

  assert.equal(isOver(asSeen(sent()), HOUR_MS - 1), false);
  assert.equal(isOver(asSeen(sent()), inAnHour), true);
  assert.equal(isOver(sent(), inAnHour), false);
  assert.equal(isOver(sent(), inAMonth), true);
  assert.equal(isOver(waiting(), inAMonth * 100), false);
});

test('the same words that wait, or are with us, are the same message; those that were turned down are not', () => {
  const refused = afterAttempt(waiting(), { kind: 'refused', status: 422, errors: [] }, 0, 0);

  assert.equal(twinOf('words', [waiting()])?.key, 'key');
  assert.equal(twinOf('words', [sent()])?.key, 'key');
  assert.equal(twinOf('other words', [waiting()]), undefined);
  assert.equal(twinOf('words', [refused]), undefined);
});

test('a key that stands for a message is taken, unless that one came back', () => {
  const refused = afterAttempt(waiting(), { kind: 'refused', status: 422, errors: [] }, 0, 0);

  assert.equal(isTaken('key', [waiting()]), true);
  assert.equal(isTaken('key', [refused]), false);
  assert.equal(isTaken('another', [waiting()]), false);
});

test('a form shows the latest message of its own whose end its reader has not seen', () => {
  const older = { ...waiting(), key: 'older', writtenAtMs: 1 };
  const newer = { ...waiting(), key: 'newer', writtenAtMs: 2 };
  const elsewhere = { ...waiting(), key: 'elsewhere', slug: 'share-a-folder', writtenAtMs: 3 };

  const news = newsFor('restore-a-file', [older, newer, elsewhere, { ...asSeen(sent()), writtenAtMs: 4 }]);

  assert.equal(news?.key, 'newer');
});

test('what was sent is news until it was seen', () => {
  assert.deepEqual([isNews(waiting()), isNews(sent()), isNews(asSeen(sent()))], [true, true, false]);
});
