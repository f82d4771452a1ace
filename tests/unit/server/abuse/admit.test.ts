import assert from 'node:assert/strict';
import { test } from 'node:test';
import { admit, type Signals, type Verdict } from '../../../../src/server/abuse/admit.ts';

const FORM: Signals = { sender: 'form', isTrapFilled: false, isTooFast: false, hasNonce: true, proof: 'none' };
const PROGRAM: Signals = { ...FORM, sender: 'program', hasNonce: false };
const quarantine = (...reasons: Extract<Verdict, { kind: 'quarantine' }>['reasons']): Verdict => ({
  kind: 'quarantine',
  reasons,
});

const cases: { it: string; signals: Signals; verdict: Verdict }[] = [
  { it: 'a form from our page is taken', signals: FORM, verdict: { kind: 'accept' } },
  { it: 'a form without a page is taken', signals: { ...FORM, hasNonce: false }, verdict: { kind: 'accept' } },
  { it: 'a program is taken', signals: PROGRAM, verdict: { kind: 'accept' } },
  { it: 'the trap sets aside', signals: { ...FORM, isTrapFilled: true }, verdict: quarantine('trap-filled') },
  { it: 'haste sets aside', signals: { ...FORM, isTooFast: true }, verdict: quarantine('too-fast') },
  {
    it: 'the fifth of one connection is taken as it is',
    signals: { ...PROGRAM, before: { client: 4, site: 4 } },
    verdict: { kind: 'accept' },
  },
  {
    it: 'the sixth of one connection has to be proved by a program',
    signals: { ...PROGRAM, before: { client: 5, site: 5 } },
    verdict: { kind: 'prove' },
  },
  {
    it: 'what was proved is taken',
    signals: { ...PROGRAM, proof: 'good', before: { client: 29, site: 29 } },
    verdict: { kind: 'accept' },
  },
  {
    it: 'the sixth form of one connection is set aside, because a form cannot prove anything',
    signals: { ...FORM, before: { client: 5, site: 5 } },
    verdict: quarantine('many-from-one-place'),
  },
  {
    it: 'the sixty-first of the whole site within a minute has to be proved by a program',
    signals: { ...PROGRAM, before: { client: 0, site: 60 } },
    verdict: { kind: 'prove' },
  },
  {
    it: 'the sixtieth need not be',
    signals: { ...PROGRAM, before: { client: 0, site: 59 } },
    verdict: { kind: 'accept' },
  },
  {
    it: 'a form is set aside while the whole site is flooded',
    signals: { ...FORM, before: { client: 0, site: 60 } },
    verdict: quarantine('many-at-once'),
  },
  {
    it: 'under pressure a form without a page of ours is set aside',
    signals: { ...FORM, hasNonce: false, before: { client: 0, site: 30 } },
    verdict: quarantine('no-page'),
  },
  {
    it: 'under pressure a form from our page is taken',
    signals: { ...FORM, before: { client: 0, site: 59 } },
    verdict: { kind: 'accept' },
  },
  {
    it: 'the thirty-first of one connection is refused, proved or not',
    signals: { ...PROGRAM, proof: 'good', before: { client: 30, site: 30 } },
    verdict: { kind: 'refuse' },
  },
  {
    it: 'the thirty-first form of one connection is refused',
    signals: { ...FORM, before: { client: 30, site: 30 } },
    verdict: { kind: 'refuse' },
  },
  {
    it: 'every reason is named',
    signals: { ...FORM, isTrapFilled: true, isTooFast: true, hasNonce: false, before: { client: 9, site: 90 } },
    verdict: quarantine('trap-filled', 'too-fast', 'many-from-one-place', 'many-at-once', 'no-page'),
  },
];

for (const { it, signals, verdict } of cases) {
  test(it, () => {
    assert.deepEqual(admit(signals), verdict);
  });
}
