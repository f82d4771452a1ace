import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { addressHash, mailboxHash } from '../../src/letters/address-hash.ts';
import { letterCode } from '../../src/letters/letter-code.ts';
import { Escalation } from '../../src/schema/escalation.ts';
import { openEscalation } from '../../src/server/escalations.ts';
import { postAct } from '../../src/server/requests/post-act.ts';
import { running } from './running-api.ts';

const NOW = Temporal.Instant.from('2026-11-23T09:00Z');
const EMAIL = 'reader@example.com';
const CLIENT = { address: '127.0.0.1', isLimited: false, isUndeclaredProxy: false };

test('whoever writes on the status page, having come there by our letter, has confirmed the address', async (t) => {
  const { post, codeOfLetter, isConfirmed } = await opened(t);

  await post({ kind: 'message', text: 'It beeps again.', from: codeOfLetter });

  assert.equal(await isConfirmed(), true);
});

test('whoever came there in another way has confirmed nothing', async (t) => {
  const { post, codeOfLetter, isConfirmed } = await opened(t);

  await post({ kind: 'message', text: 'It beeps again.' });
  await post({ kind: 'message', text: 'And again.', from: `${codeOfLetter}x` });

  assert.equal(await isConfirmed(), false);
});

async function opened(t: TestContext) {
  const { app } = await running(t);
  const escalation = Escalation.parse({ channel: 'email', name: 'A reader', email: EMAIL, message: 'It beeps.' });
  const taken = await openEscalation(app, 'key', escalation, NOW);
  assert.ok(taken.kind === 'opened');
  const found = await app.store.escalationByReference(taken.answer.reference);
  const token = /requests\/(.+)\//.exec(taken.answer.statusUrl)?.[1] ?? '';
  return {
    codeOfLetter: letterCode(app.secret, found?.id ?? '', EMAIL),
    post: async (fields: Record<string, string>) => {
      const body = new URLSearchParams(fields);
      const outcome = await postAct(
        new Request(taken.answer.statusUrl, { method: 'POST', body }),
        app,
        CLIENT,
        token,
        NOW,
      );
      assert.equal(outcome?.kind, 'redirect');
    },
    /** Of an address that nobody confirmed the second letter of a day is refused. */
    isConfirmed: async () => {
      const claims = [];
      for (const letterId of ['1', '2']) {
        const [address, mailbox] = [addressHash(app.secret, EMAIL), mailboxHash(app.secret, EMAIL)];
        claims.push(
          await app.store.claimLetter({ letterId, kind: 'taken', address, mailbox, now: NOW, mostPerHour: 100 }),
        );
      }
      return claims[1] === 'granted';
    },
  };
}
