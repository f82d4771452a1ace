import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isKeepable, type Answered } from '../../../src/offline/is-keepable.ts';

const PAGE = { 'content-type': 'text/html;charset=utf-8' };
const FILE = { 'content-type': 'application/octet-stream' };

test('a whole page of this site is kept, and so is a whole file', () => {
  const kept = [
    isKeepable(answered(PAGE), 'page'),
    isKeepable(answered(FILE), 'file'),
    isKeepable(answered({}), 'file'),
  ];

  assert.deepEqual(kept, [true, true, true]);
});

describe('not kept is', () => {
  const refused: [string, Answered, 'page' | 'file'][] = [
    ['a part of a file', answered(FILE, { status: 206 }), 'file'],
    ['what is not there', answered(PAGE, { status: 404 }), 'page'],
    ['a server that is away', answered(PAGE, { status: 503 }), 'page'],
    ['an answer without a body', answered(FILE, { status: 204 }), 'file'],
    ['an answer that came by a redirect, perhaps to a sign-in', answered(PAGE, { redirected: true }), 'page'],
    ['an answer that scripts may not read', answered(FILE, { type: 'opaque' }), 'file'],
    ['a redirect', answered(PAGE, { type: 'opaqueredirect', status: 0 }), 'page'],
    ['a failure', answered({}, { type: 'error', status: 0 }), 'file'],
    ['what its sender forbids to keep', answered({ ...PAGE, 'cache-control': 'private, No-Store' }), 'page'],
    ['what differs for everybody', answered({ ...FILE, vary: '*' }), 'file'],
    ['a page in the place of a file that is not there', answered(PAGE), 'file'],
    ['a file in the place of a page', answered({ 'content-type': 'text/plain' }), 'page'],
  ];
  for (const [what, response, as] of refused) {
    test(what, () => {
      const kept = isKeepable(response, as);

      assert.equal(kept, false);
    });
  }
});

function answered(headers: Record<string, string>, other: Partial<Answered> = {}): Answered {
  return { status: 200, type: 'basic', redirected: false, headers: new Headers(headers), ...other };
}
