import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Challenge, Proof } from '../../../../src/schema/challenge.ts';
import { isGoodProof, newChallenge } from '../../../../src/server/abuse/proof.ts';

const SECRET = Buffer.from('a secret that is long enough to use');
const NOW = Temporal.Instant.from('2026-11-23T09:00Z');

describe('a proof of work', () => {
  let challenge: Challenge;
  let proof: Proof;
  before(async () => {
    challenge = await newChallenge(SECRET, NOW);
    const solution = await solveChallenge({ challenge, deriveKey });
    assert.ok(solution);
    proof = { challenge, solution: { counter: solution.counter, derivedKey: solution.derivedKey } };
  });
  const isGood = (sent: unknown, { now = NOW, secret = SECRET, limits = forgetful() } = {}) =>
    isGoodProof(typeof sent === 'string' ? sent : header(sent), secret, limits, now);

  test('is good within twenty minutes', async () => {
    assert.equal(await isGood(proof, { now: NOW.add({ minutes: 19 }) }), true);
  });

  test('is no good afterwards', async () => {
    assert.equal(await isGood(proof, { now: NOW.add({ minutes: 20 }) }), false);
  });

  test('is good once', async () => {
    const limits = forgetful();

    const both = [await isGood(proof, { limits }), await isGood(proof, { limits })];

    assert.deepEqual(both, [true, false]);
  });

  test('is no good for a server with another secret', async () => {
    assert.equal(await isGood(proof, { secret: Buffer.from('another secret, long enough to use') }), false);
  });

  test('takes the work that its challenge says it takes', async () => {
    const { counter } = proof.solution;

    assert.ok(counter >= 1_000 && counter <= challenge.parameters.data.most, String(counter));
  });

  test('is no good where anything of it was changed', async () => {
    const { parameters } = challenge;
    const changed = [
      { ...proof, solution: { ...proof.solution, derivedKey: proof.solution.derivedKey.replace(/./g, '0') } },
      { ...proof, challenge: { ...challenge, signature: challenge.signature.replace(/./g, '0') } },
      ...[
        { cost: 1 },
        { keyPrefix: '00' },
        { data: { ...parameters.data, until: parameters.data.until + 9 } },
        { nonce: parameters.salt },
      ].map((change) => ({ ...proof, challenge: { ...challenge, parameters: { ...parameters, ...change } } })),
    ];

    const good = await Promise.all(changed.map((sent) => isGood(sent)));

    assert.deepEqual(
      good,
      changed.map(() => false),
    );
  });

  for (const sent of ['', 'none', '####', header(null), header([]), header({ challenge: {} }), 'A'.repeat(100_000)]) {
    test(`is not ${JSON.stringify(sent.slice(0, 30))}`, async () => {
      assert.equal(await isGood(sent), false);
    });
  }
});

function header(proof: unknown): string {
  return Buffer.from(JSON.stringify(proof)).toString('base64');
}

function forgetful() {
  const used = new Set<string>();
  return { useChallenge: async (id: string) => !used.has(id) && used.add(id) !== undefined };
}
