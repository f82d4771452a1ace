import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readIncidentsWords } from '../../../src/cli/incidents-words.ts';
import { Mistakes } from '../../../src/errors/user-error.ts';

test('incidents are listed, or one of them is told to be over', () => {
  assert.deepEqual(readIncidentsWords([]), { kind: 'list' });
  assert.deepEqual(readIncidentsWords(['list']), { kind: 'list' });
  assert.deepEqual(readIncidentsWords(['resolve', 'late']), { kind: 'resolve', slug: 'late' });
});

const unclear: Record<string, RegExp> = {
  resolve: /Which incident is over\?/,
  'resolve late early': /"resolve late early" is nothing to do\./,
  mend: /"mend" is nothing to do\./,
};

for (const [words, says] of Object.entries(unclear)) {
  test(`"${words}" does nothing, and says what can be done`, () => {
    assert.throws(
      () => readIncidentsWords(words.split(' ')),
      (error) =>
        error instanceof Mistakes && says.test(error.message) && /npm run incidents -- resolve/.test(error.message),
    );
  });
}
