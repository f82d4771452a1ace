import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readForgetWords } from '../../../src/cli/forget-words.ts';
import { Mistakes } from '../../../src/errors/user-error.ts';

test('an address or a reference may be named, and nothing is removed without --yes', () => {
  assert.deepEqual(readForgetWords(['Jo@example.com']), {
    wanted: { kind: 'email', email: 'Jo@example.com' },
    sure: false,
    typed: 'Jo@example.com',
  });
  assert.deepEqual(readForgetWords(['--yes', '7k3f-9q2m']), {
    wanted: { kind: 'reference', reference: '7K3F-9Q2M' },
    sure: true,
    typed: '7k3f-9q2m',
  });
});

for (const [words, problem] of [
  [[], 'It needs one e-mail address, or the reference of one request.'],
  [['jo@example.com', 'flo@example.com'], 'It needs one e-mail address, or the reference of one request.'],
  [['Jo'], 'This is neither an e-mail address nor a reference.'],
  [['jo@example.com', '--yess'], 'There is no option --yess.'],
] as const) {
  test(`"${words.join(' ')}" removes nothing, and says why`, () => {
    assert.throws(
      () => readForgetWords(words),
      (error) => {
        assert.ok(error instanceof Mistakes);
        assert.equal(error.mistakes[0]?.problem, problem);
        return true;
      },
    );
  });
}
