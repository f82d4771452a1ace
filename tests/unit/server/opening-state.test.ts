import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Support } from '../../../src/schema/site.ts';
import { openingState, type OpeningState } from '../../../src/server/promise.ts';
import { aroundTheClock, inZone, local, office } from './office-hours.ts';

test('within hours people answer until they close', () => {
  const state = openingState(local('2026-11-23T17:59'), office);

  assert.equal(inWords(state), 'open until 2026-11-23T18:00');
});

test('at the closing minute people answer again at the next opening', () => {
  const state = openingState(local('2026-11-28T14:00'), office);

  assert.equal(inWords(state), 'opens at 2026-11-30T08:00');
});

test('before hours and on a holiday people answer at the next opening', () => {
  assert.equal(inWords(openingState(local('2026-11-23T07:59'), office)), 'opens at 2026-11-23T08:00');
  assert.equal(inWords(openingState(local('2026-12-25T09:00'), office)), 'opens at 2026-12-26T10:00');
});

test('hours that touch at midnight are one opening', () => {
  const support: Support = {
    ...office,
    hours: [
      { days: ['fri'], from: '20:00', to: '24:00' },
      { days: ['sat'], from: '00:00', to: '04:00' },
    ],
  };

  const state = openingState(local('2026-11-27T23:30'), support);

  assert.equal(inWords(state), 'open until 2026-11-28T04:00');
});

test('around the clock nobody is told of a closing time', () => {
  const state = openingState(local('2026-11-23T03:00'), aroundTheClock);

  assert.equal(inWords(state), 'open');
});

function inWords(state: OpeningState): string {
  if (state.kind === 'closed') return `opens at ${inZone(state.opensAt, office)}`;
  return state.until ? `open until ${inZone(state.until, office)}` : 'open';
}
