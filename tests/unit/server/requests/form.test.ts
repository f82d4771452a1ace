import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, one, readForm, typedIn } from '../../../../src/server/requests/form.ts';

test('of a field that is sent twice the first value counts, where one is wanted', () => {
  const form = readForm('name=Jo&name=Flo&reasons=wrong&reasons=unclear');

  assert.ok(form);
  assert.equal(one(form, 'name'), 'Jo');
  assert.deepEqual(all(form, 'reasons'), ['wrong', 'unclear']);
});

test('a field may be called whatever it likes, and changes nothing but itself', () => {
  const form = readForm('__proto__=polluted&constructor=polluted&toString=polluted');

  assert.ok(form);
  assert.equal(one(form, '__proto__'), 'polluted');
  assert.deepEqual(typedIn(form, ['name']), {});
  assert.equal(Object.keys({}).length, 0);
  assert.equal(String({}), '[object Object]');
});

test('a form of too many fields, and one of which a part would be lost, cannot be read', () => {
  assert.equal(readForm('a=1&'.repeat(1_001)), undefined);
  assert.equal(readForm('name=%E0%A4%A'), undefined);
});
