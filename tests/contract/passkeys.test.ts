import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Member } from '../../src/schema/member.ts';
import { openSignIn } from '../../src/server/sign-in/open-sign-in.ts';
import type { PasskeyAnswer } from '../../src/server/sign-in/passkey-ways.ts';
import type { Cookies, SignedIn, SignIn } from '../../src/server/sign-in/sign-in.ts';
import { inText } from '../fixtures/in-text.ts';
import { softPasskey } from '../fixtures/soft-passkey.ts';
import { moveSessions } from './move-sessions.ts';
import { storeAdapters } from './store-adapters.ts';

// better-auth asks the system for the time, so these tests begin in the present and move what is given.
// In whole milliseconds, as a store keeps it.
const NOW = Temporal.Instant.fromEpochMilliseconds(Date.now());
const AGENT: Member = { id: 'm-1', email: 'jo@example.com', name: 'Jo', role: 'agent' };
const OTHER: Member = { id: 'm-2', email: 'kim@example.com', name: 'Kim', role: 'admin' };
const BROWSER = new Headers({ 'user-agent': 'A browser' });
const ORIGIN = 'https://help.example.com';
const REFUSED: PasskeyAnswer = { kind: 'refused' };

for (const { name, emptyStore } of await storeAdapters(NOW)) {
  const opened = async (t: TestContext) => {
    const store = await emptyStore(t);
    const secret = Buffer.from('a secret that is long enough to use');
    const events: [string, unknown][] = [];
    const log = (event: string, details?: unknown) => void events.push([event, details]);
    const signIn = openSignIn(store, { secret, serverUrl: ORIGIN, log });
    const { passkeys } = signIn;
    assert.ok(passkeys);
    const byLink = async (member: Member): Promise<SignedIn> => {
      const cookies = await signIn.setPassword(await signIn.makeLink(member.id, NOW), 'four words in a row', BROWSER);
      const signedIn = await whoIs(signIn, cookies);
      assert.ok(signedIn);
      return signedIn;
    };
    const asked = async (now = NOW) => ({ origin: ORIGIN, challenge: (await passkeys.question(now)).challenge });
    const askedForNew = async (member: SignedIn, now = NOW) => ({
      origin: ORIGIN,
      challenge: (await passkeys.questionForNew(member, now)).challenge,
    });
    await store.addMember(AGENT, NOW);
    await store.addMember(OTHER, NOW);
    const member = await byLink(AGENT);
    return { store, signIn, passkeys, byLink, asked, askedForNew, member, events };
  };

  const withPasskey = async (t: TestContext, options?: { counts: boolean }) => {
    const desk = await opened(t);
    const device = softPasskey(options);
    const made = device.make(await desk.askedForNew(desk.member));
    assert.equal(await desk.passkeys.add(desk.member, made, 'Firefox 145 on Linux', NOW), 'added');
    return { ...desk, device, from: { headers: BROWSER, place: 'p' } };
  };

  test(`${name}: a passkey signs in as its member, in a session like any other`, async (t) => {
    const { passkeys, device, asked, from, signIn, store, events } = await withPasskey(t);

    const answer = await passkeys.signIn(device.prove(await asked()), from, NOW);

    assert.equal(answer.kind === 'signed-in' && answer.role, 'agent');
    const cookies = answer.kind === 'signed-in' ? answer.cookies : [];
    assert.deepEqual({ ...(await whoIs(signIn, cookies)), sessionId: '' }, { ...AGENT, sessionId: '' });
    assert.match(cookies.join('\n'), /^__Host-handrail\.session_token=.*HttpOnly.*\n__Host-handrail\.device=/);
    const [session] = await store.sessionsOf('m-1', NOW);
    assert.equal(session?.browser, 'A browser');
    const [kept] = await store.passkeysOf('m-1');
    assert.deepEqual([kept?.name, kept?.usedAt !== undefined], ['Firefox 145 on Linux', true]);
    assert.deepEqual(events.slice(-2), [
      ['passkey-added', undefined],
      ['signed-in', { by: 'passkey' }],
    ]);
  });

  test(`${name}: what a passkey answered counts once, also when it is sent twice at the same time`, async (t) => {
    const { passkeys, device, asked, from } = await withPasskey(t);
    const proof = device.prove(await asked());

    const both = await Promise.all([passkeys.signIn(proof, from, NOW), passkeys.signIn(proof, from, NOW)]);
    const later = await passkeys.signIn(proof, from, NOW);

    assert.deepEqual(both.map(({ kind }) => kind).sort(), ['refused', 'signed-in']);
    assert.deepEqual(later, REFUSED);
  });

  test(`${name}: a question is over after five minutes, and another server’s is none`, async (t) => {
    const { passkeys, device, asked, askedForNew, from, member } = await withPasskey(t);
    const old = device.prove(await asked(NOW.subtract({ minutes: 5 })));
    const invented = device.prove({ origin: ORIGIN, challenge: Buffer.from('1.2.3').toString('base64url') });
    const forAnotherUse = device.prove(await askedForNew(member));

    const answers = [];
    for (const proof of [old, invented, forAnotherUse]) answers.push(await passkeys.signIn(proof, from, NOW));

    assert.deepEqual(answers, [REFUSED, REFUSED, REFUSED]);
  });

  test(`${name}: another key, another site, or a person who was not checked is refused`, async (t) => {
    const { passkeys, device, asked, from } = await withPasskey(t);
    const { id } = device;
    const wrong = [
      { ...softPasskey().prove(await asked()), id, rawId: id },
      softPasskey().prove(await asked()),
      device.prove({ ...(await asked()), origin: 'https://help.example.org', rpId: 'help.example.com' }),
      device.prove({ ...(await asked()), rpId: 'example.com' }),
      device.prove({ ...(await asked()), isVerified: false }),
    ];

    const answers = [];
    for (const [nth, proof] of wrong.entries())
      answers.push(await passkeys.signIn(proof, { ...from, place: `p${nth}` }, NOW));

    assert.deepEqual(
      answers,
      wrong.map(() => REFUSED),
    );
  });

  test(`${name}: a copy of a device that counts is refused`, async (t) => {
    const { passkeys, device, asked, from } = await withPasskey(t, { counts: true });
    const first = await passkeys.signIn(device.prove(await asked()), from, NOW);
    device.setCounter(1);

    const copy = await passkeys.signIn(device.prove(await asked()), from, NOW);

    assert.deepEqual([first.kind, copy.kind], ['signed-in', 'refused']);
  });

  test(`${name}: whoever fails waits, and in a browser that is known nobody else makes them wait`, async (t) => {
    const { passkeys, device, asked, from } = await withPasskey(t);
    const begun = await passkeys.signIn(device.prove(await asked()), from, NOW);
    for (let nth = 1; nth <= 5; nth++)
      await passkeys.signIn(device.prove({ ...(await asked()), isVerified: false }), from, NOW);

    const stranger = await passkeys.signIn(device.prove(await asked()), from, NOW);
    const headers = sending(begun.kind === 'signed-in' ? begun.cookies : []);
    const known = await passkeys.signIn(device.prove(await asked()), { ...from, headers }, NOW);

    assert.deepEqual(inText(stranger), inText({ kind: 'wait', until: NOW.add({ seconds: 30 }) }));
    assert.equal(known.kind, 'signed-in');
  });

  test(`${name}: a passkey ends with its removal, its member, or a new password by a link`, async (t) => {
    const { passkeys, device, asked, askedForNew, from, store, member, byLink } = await withPasskey(t);
    const [kept] = await store.passkeysOf('m-1');
    const trial = async () => (await passkeys.signIn(device.prove(await asked()), from, NOW)).kind;
    const again = async (by: SignedIn) => passkeys.add(by, device.make(await askedForNew(by)), 'Again', NOW);

    const byAnother = [await store.removePasskeys('m-2', kept?.id), await trial()];
    await store.removePasskeys('m-1', kept?.id);
    const removed = [await trial(), await again(member), await trial()];
    const signedIn = await byLink(AGENT);
    const newPassword = [await trial(), await again(signedIn)];
    await store.removeMember('m-1');
    const gone = [await trial(), (await store.passkeysOf('m-1')).length];

    assert.deepEqual(byAnother, [0, 'signed-in']);
    assert.deepEqual(removed, ['refused', 'added', 'signed-in']);
    assert.deepEqual(newPassword, ['refused', 'added']);
    assert.deepEqual(gone, ['refused', 0]);
  });

  test(`${name}: another role ends the sessions, and the passkey comes in with the new one`, async (t) => {
    const { passkeys, device, asked, from, store, signIn } = await withPasskey(t);
    const before = await passkeys.signIn(device.prove(await asked()), from, NOW);
    await store.setRole('m-1', 'writer', NOW);

    const former = await whoIs(signIn, before.kind === 'signed-in' ? before.cookies : []);
    const after = await passkeys.signIn(device.prove(await asked()), from, NOW);

    assert.equal(former, undefined);
    assert.equal(after.kind === 'signed-in' && after.role, 'writer');
  });

  test(`${name}: a passkey is added once, by whoever was asked, where they were asked, and checked`, async (t) => {
    const { passkeys, askedForNew, byLink, member, store } = await opened(t);
    const other = await byLink(OTHER);
    const question = await askedForNew(member);
    const device = softPasskey();
    const add = (by: SignedIn, made: ReturnType<typeof device.make>) => passkeys.add(by, made, 'Firefox', NOW);

    const answers = [
      await add(other, device.make(question)),
      await add(member, device.make({ ...(await askedForNew(member)), isVerified: false })),
      await add(
        member,
        device.make({ ...(await askedForNew(member)), origin: 'https://help.example.org', rpId: 'help.example.com' }),
      ),
      await add(member, device.make(question)),
      await add(member, device.make(question)),
      await add(member, device.make(await askedForNew(member))),
      await add(other, device.make(await askedForNew(other))),
    ];

    assert.deepEqual(answers, ['refused', 'refused', 'refused', 'added', 'refused', 'refused', 'refused']);
    assert.deepEqual([(await store.passkeysOf('m-1')).length, (await store.passkeysOf('m-2')).length], [1, 0]);
  });

  test(`${name}: a session of more than an hour, or one that ended, adds no passkey`, async (t) => {
    const { passkeys, askedForNew, member, store } = await opened(t);
    await moveSessions(store, { createdAt: NOW });
    const later = NOW.add({ minutes: 61 });

    const late = await passkeys.add(member, softPasskey().make(await askedForNew(member, later)), 'Late', later);
    const made = softPasskey().make(await askedForNew(member));
    await store.endSessions('m-1');
    const ended = await passkeys.add(member, made, 'Ended', NOW);

    assert.deepEqual([late, ended], ['sign-in-again', 'sign-in-again']);
  });

  test(`${name}: nobody adds more than ten`, async (t) => {
    const { passkeys, askedForNew, member } = await opened(t);
    const answers = [];

    for (let nth = 1; nth <= 11; nth++)
      answers.push(await passkeys.add(member, softPasskey().make(await askedForNew(member)), `Device ${nth}`, NOW));

    assert.deepEqual(answers, [...Array.from({ length: 10 }, () => 'added'), 'too-many']);
  });

  for (const serverUrl of ['https://192.0.2.7', 'https://[2001:db8::1]:4321', 'http://help.example.com']) {
    test(`${name}: at ${serverUrl} no browser would take part, so there are no passkeys`, async (t) => {
      const { store } = await opened(t);
      const secret = Buffer.from('a secret that is long enough to use');

      const { passkeys } = openSignIn(store, { secret, serverUrl, log: () => undefined });

      assert.equal(passkeys, undefined);
    });
  }
}

async function whoIs(signIn: SignIn, cookies: Cookies | undefined): Promise<SignedIn | undefined> {
  return (await signIn.whoIs(sending(cookies ?? []), Temporal.Now.instant(), { isSeen: false })).member;
}

function sending(cookies: Cookies): Headers {
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0] ?? '').join('; ') });
}
