import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whoIsWho } from '../../../../src/server/desk/who-is-who.ts';

const nameOf = whoIsWho([
  { email: 'jo@example.com', name: 'Jo' },
  { email: 'kim@example.com', name: 'Kim' },
  { email: 'kim.b@example.com', name: 'Kim' },
]);

test('a colleague is named as colleagues know them', () => {
  assert.equal(nameOf('jo@example.com'), 'Jo');
  assert.equal(nameOf('Jo@Example.com'), 'Jo');
});

test('of two who have one name, each is named with the address', () => {
  assert.equal(nameOf('kim.b@example.com'), 'Kim, kim.b@example.com');
});

test('whoever has left the team is named by address', () => {
  assert.equal(nameOf('lee@example.com'), 'lee@example.com');
});
