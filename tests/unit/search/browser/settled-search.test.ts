import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { settledSearch, type SettledSearch } from '../../../../src/search/browser/settled-search.ts';

const LONG_MS = 60_000;

test('an answer that stays on the screen is kept when the reader leaves', (t) => {
  const { visit, kept, wait, leave } = searching(t);

  visit.answered(' printer ', 3);
  wait();
  leave();

  assert.deepEqual(kept, [{ query: 'printer', results: 3 }]);
});

test('what was typed over before it was read is not kept', (t) => {
  const { visit, kept, wait, leave } = searching(t);

  visit.answered('prin', 5);
  visit.dropped();
  wait();
  leave();

  assert.deepEqual(kept, []);
});

test('a question that is typed on counts once, in its last words', (t) => {
  const { visit, kept, wait, leave } = searching(t);

  visit.answered('printer', 5);
  wait();
  visit.answered('printer offline', 2);
  wait();
  leave();

  assert.deepEqual(kept, [{ query: 'printer offline', results: 2 }]);
});

test('another question keeps the one before it', (t) => {
  const { visit, kept, wait } = searching(t);

  visit.answered('printer', 5);
  wait();
  visit.answered('password', 0);
  wait();

  assert.deepEqual(kept, [{ query: 'printer', results: 5 }]);
});

test('a chosen result is kept at once, and not again on leaving', (t) => {
  const { visit, kept, wait, leave } = searching(t);

  visit.answered('printer', 5);
  wait();
  visit.settled('printer', 5, 'mend-a-printer');
  leave();

  assert.deepEqual(kept, [{ query: 'printer', results: 5, chosen: 'mend-a-printer' }]);
});

test('a search that is handed on to the results page is kept by that page alone', (t) => {
  const { visit, kept, wait, leave } = searching(t);

  visit.answered('printer', 5);
  wait();
  visit.handedOn('printer offline');
  leave();

  assert.deepEqual(kept, []);
});

test('an empty question is no search', (t) => {
  const { visit, kept, leave } = searching(t);

  visit.settled('  ', 0);
  leave();

  assert.deepEqual(kept, []);
});

test('a question that was asked again in other words tells which words those were', (t) => {
  const { visit, kept, leave } = searching(t);

  visit.settled('deleted file', 0);
  visit.settled('recycle bin', 4);
  visit.settled('recycle bin', 4, 'restore-a-file');
  leave();

  assert.deepEqual(kept, [
    { query: 'deleted file', results: 0 },
    { query: 'recycle bin', results: 4, after: 'deleted file', chosen: 'restore-a-file' },
  ]);
});

test('where the site keeps no searches, the tab does not remember which came before', (t) => {
  searching(t);

  settledSearch(undefined, new EventTarget()).settled('printer', 5);

  assert.equal(sessionStorage.getItem('handrail-former-search'), null);
});

function searching(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  sessionStorage.clear();
  const kept: SettledSearch[] = [];
  const page = new EventTarget();
  return {
    kept,
    visit: settledSearch((search) => kept.push(search), page),
    wait: () => t.mock.timers.tick(LONG_MS),
    leave: () => page.dispatchEvent(new Event('pagehide')),
  };
}
