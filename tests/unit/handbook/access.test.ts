import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { REVIEWED } from '../../e2e/access/reviewed.ts';
import { mistakeInPlace } from '../../fixtures/named-tests.ts';

/** Levels A and AA of WCAG 2.2, by its numbers; 4.1.1 is no longer one. */
const CRITERIA =
  '1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 ' +
  '1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 2.5.1 2.5.2 ' +
  '2.5.3 2.5.4 2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3';
const STATES = /^[\w ,-]+ \(AA?\)\. (Met|By the writers|Does not apply)\./;

/** Tags, and whatever stands below them. */
const BARE = /^[a-z*][a-z0-9]*([ >]+[a-z*][a-z0-9]*)*$/;
/** Asked of one kind of element alone, which the tag names. */
const TAGS_THAT_SAY_ENOUGH = new Set(['blockquote_cite_exists Potential_1']);

const page = readFileSync('src/handbook/access.md', 'utf8');
const criteria = [...page.matchAll(/^- \*\*([\d.]+)\*\* (.+(?:\n {2}- .+)*)/gm)].map(([, id = '', text = '']) => {
  const [said = '', ...shown] = text.split(/\n {2}- /);
  return { id, said, shown };
});

test('all 55 criteria of levels A and AA stand there, each once and in order, with how it is met', () => {
  assert.equal(CRITERIA.split(' ').length, 55);
  assert.deepEqual(
    criteria.map(({ id }) => id),
    CRITERIA.split(' '),
  );
  assert.deepEqual(
    criteria.filter(({ said }) => !STATES.test(said)),
    [],
  );
});

test('what is met is shown by a test', () => {
  const notShown = criteria.filter(({ said, shown }) => said.includes('). Met.') && shown.length === 0);

  assert.deepEqual(
    notShown.map(({ id }) => id),
    [],
  );
});

for (const place of new Set(criteria.flatMap(({ shown }) => shown))) {
  test(`there is a test "${place}"`, () => {
    assert.equal(mistakeInPlace(place), undefined);
  });
}

test('what an engine could not decide was decided for certain elements, with a reason', () => {
  const unclear = REVIEWED.filter(({ rule, on, why, heldBy }) => {
    const isOnEveryPage =
      !TAGS_THAT_SAY_ENOUGH.has(rule) && on.split(/,(?![^(]*\))/).some((each) => BARE.test(each.trim()));
    return why === '' || (isOnEveryPage && heldBy === undefined);
  });

  assert.deepEqual(unclear, []);
});

for (const place of new Set(REVIEWED.flatMap(({ heldBy }) => heldBy ?? []))) {
  test(`what is decided for every page is held by "${place}"`, () => {
    assert.equal(mistakeInPlace(place), undefined);
  });
}
