import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { formerSearch } from '../../../../src/search/browser/former-search.ts';

const MINUTE_MS = 60_000;

beforeEach(() => sessionStorage.clear());

test('other words within two minutes ask the former question again', () => {
  formerSearch({ query: 'deleted file' }, 0);

  const after = formerSearch({ query: 'recycle bin' }, 2 * MINUTE_MS);

  assert.equal(after, 'deleted file');
});

test('after more than two minutes it is another question', () => {
  formerSearch({ query: 'deleted file' }, 0);

  const after = formerSearch({ query: 'recycle bin' }, 2 * MINUTE_MS + 1);

  assert.equal(after, undefined);
});

test('once something was opened it is another question, also when the reader came back to the results', () => {
  formerSearch({ query: 'deleted file', chosen: 'restore-a-file' }, 0);
  formerSearch({ query: 'deleted file' }, 1);

  const after = formerSearch({ query: 'recycle bin' }, 2);

  assert.equal(after, undefined);
});

test('a question that is typed on or narrowed down still follows what came before it', () => {
  formerSearch({ query: 'deleted file' }, 0);
  formerSearch({ query: 'recycle' }, MINUTE_MS);

  const after = formerSearch({ query: 'recycle bin', chosen: 'restore-a-file' }, 9 * MINUTE_MS);

  assert.equal(after, 'deleted file');
});

test('the first search of a tab follows none', () => {
  assert.equal(formerSearch({ query: 'recycle bin' }, 0), undefined);
});

for (const left of ['', 'null', '[]', '{"query":5,"atMs":0}', '{"query":"x"}', '{']) {
  test(`${JSON.stringify(left)} in the storage of the tab is no search`, () => {
    sessionStorage.setItem('handrail-former-search', left);

    assert.equal(formerSearch({ query: 'recycle bin' }, 0), undefined);
  });
}
