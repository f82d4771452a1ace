import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { Escalation } from '../../src/schema/escalation.ts';
import { postTeamAct } from '../../src/server/desk/post-team-act.ts';
import { openEscalation } from '../../src/server/escalations.ts';
import { liveArticle } from '../fixtures/live-article.ts';
import { running } from './running-api.ts';

const NOW = Temporal.Instant.from('2026-11-23T09:00Z');
const AN_AGENT = { id: '1', email: 'agent@example.com', name: 'An agent', role: 'agent', sessionId: '1' } as const;
const BEA = { ...AN_AGENT, id: '2', email: 'bea@example.com', name: 'Bea' } as const;
const SLUGS = ['restore-a-file', 'find-a-missing-file'];
const ANSWER = { kind: 'answer', by: 'email', seen: '0', key: 'one', text: 'Hold F12.' };

test('a reply that is sent by a double click is kept once, and neither click is told that nothing was sent', async (t) => {
  const { post, said } = await opened(t);

  const first = await post(ANSWER);
  const second = await post(ANSWER);

  assert.deepEqual([first.kind, second.kind], ['kept', 'kept']);
  assert.deepEqual(await said(), ['Hold F12.']);
});

test('the same words from two agents are told to the second', async (t) => {
  const { post, said } = await opened(t);

  await post(ANSWER);
  const second = await post({ ...ANSWER, key: 'two' }, BEA);

  assert.equal(second.kind, 'again');
  assert.deepEqual(await said(), ['Hold F12.']);
});

test('whoever goes back and writes another note in the same form loses neither', async (t) => {
  const { post, said } = await opened(t);

  await post({ kind: 'note', key: 'one', text: 'Called.' });
  await post({ kind: 'note', key: 'one', text: 'Called again.' });

  assert.deepEqual(await said(), ['Called.', 'Called again.']);
});

const unfinished: { what: string; form: Record<string, string>; told: string[] }[] = [
  {
    what: 'a reply of blanks alone',
    form: { ...ANSWER, text: ' \n ' },
    told: ['The answer is empty, so nothing was sent. Write it, or choose "It was answered elsewhere".'],
  },
  {
    what: 'a promise that is moved without a time and a reason',
    form: { kind: 'promise-moved', seen: '0' },
    told: [
      'No time is named yet. Name the day and the time by which the customer hears from you.',
      'Why the time moves is not said yet. Say it in a sentence; the customer reads it.',
    ],
  },
  {
    what: 'an end without an outcome and a reason',
    form: { kind: 'resolved', seen: '0' },
    told: [
      'What it turned out to be is not chosen yet. Choose what comes nearest; the writers learn from it.',
      'Why it happened is not said yet. Say it in a sentence or two; the customer reads it.',
    ],
  },
  {
    what: 'an empty note',
    form: { kind: 'note' },
    told: ['There is nothing in it yet. Write what you want to say in a sentence or two.'],
  },
  {
    what: 'an answer that no database can keep',
    form: { ...ANSWER, text: 'Hold\0F12.' },
    told: ['This has a character in it that cannot be kept. Take out the NUL character (code 0) and send it again.'],
  },
];
for (const { what, form, told } of unfinished) {
  test(`${what} is not taken, and it says why`, async (t) => {
    const { post, said } = await opened(t);

    const outcome = await post(form);

    assert.ok(outcome.kind === 'again');
    assert.deepEqual(
      outcome.errors.map(({ problem, fix }) => `${problem} ${fix}`),
      told,
    );
    assert.deepEqual(await said(), []);
  });
}

test('whoever pastes the address of an article names the article', async (t) => {
  const { post, articles } = await opened(t);
  const article = 'https://help.example.com/articles/restore-a-file/4.2/#steps';

  await post({ kind: 'resolved', seen: '0', outcome: 'article-wrong', article, why: 'The menu moved.' });

  assert.deepEqual(await articles(), ['restore-a-file']);
});

test('an article that there is not is refused, with the one that was meant, unless it was missing', async (t) => {
  const { post, articles } = await opened(t);
  const end = { kind: 'resolved', seen: '0', article: 'restore-a-fil', why: 'The menu moved.' };

  const wrong = await post({ ...end, outcome: 'article-wrong' });
  const missing = await post({ ...end, outcome: 'article-missing' });

  assert.ok(wrong.kind === 'again');
  assert.deepEqual(
    wrong.errors.map(({ field, problem, fix }) => [field, problem, fix]),
    [
      [
        'article',
        'There is no article "restore-a-fil".',
        'Did you mean "restore-a-file"? Name it as its address does after /articles/, or say that it was missing.',
      ],
    ],
  );
  assert.equal(missing.kind, 'kept');
  assert.deepEqual(await articles(), ['restore-a-fil']);
});

test('the article that the customer had read may be named, also where it is gone since', async (t) => {
  const { post, articles } = await opened(t, { article: 'gone-since' });

  await post({ kind: 'resolved', seen: '0', outcome: 'article-wrong', article: 'gone-since', why: 'The menu moved.' });

  assert.deepEqual(await articles(), ['gone-since']);
});

test('a heading that the article does not have is refused, with those that there are, unless it was missing', async (t) => {
  const { post, articles } = await opened(t, { article: 'restore-a-file' });
  const end = { kind: 'resolved', seen: '0', why: 'The menu moved.', heading: 'Choose a dya' };

  const wrong = await post({ ...end, outcome: 'article-wrong' });
  const missing = await post({ ...end, outcome: 'article-missing' });

  assert.ok(wrong.kind === 'again');
  assert.deepEqual(wrong.errors, [
    {
      field: 'heading',
      problem: 'The article "restore-a-file" has no heading "Choose a dya".',
      fix: 'Did you mean "Choose a day"? Name one of its headings, or the article alone. It has "Choose a day".',
    },
  ]);
  assert.equal(missing.kind, 'kept');
  assert.equal((await articles()).length, 1);
});

test('a heading counts however its letters and blanks are written, and any of an article that is gone', async (t) => {
  const [there, gone] = [await opened(t, { article: 'restore-a-file' }), await opened(t, { article: 'gone-since' })];
  const end = { kind: 'resolved', seen: '0', outcome: 'article-wrong', why: 'The menu moved.' };

  const outcomes = [
    await there.post({ ...end, heading: '## choose  a DAY' }),
    await gone.post({ ...end, heading: 'Whatever stood there' }),
  ];

  assert.deepEqual(
    outcomes.map(({ kind }) => kind),
    ['kept', 'kept'],
  );
});

test('a request that is resolved already is not resolved once more, and it says what can be done', async (t) => {
  const { post, articles } = await opened(t);
  const end = { kind: 'resolved', outcome: 'other' };

  await post({ ...end, seen: '0', key: 'one', why: 'The menu moved.' });
  const second = await post({ ...end, seen: '1', key: 'two', why: 'The menu moved with version 5.' }, BEA);

  assert.ok(second.kind === 'again');
  assert.equal(second.status, 422);
  assert.deepEqual(second.errors, [
    {
      field: '',
      problem: 'This request is resolved already, and its customer was asked whether it is mended.',
      fix: 'Write a reply or a note to add something. Where the customer says that it is not mended, resolve it again.',
    },
  ]);
  assert.equal((await articles()).length, 1);
});

async function opened(t: TestContext, typed: { article?: string } = {}) {
  const { app } = await running(t);
  const escalation = Escalation.parse({
    channel: 'email',
    name: 'A reader',
    email: 'reader@example.com',
    message: 'It beeps.',
    ...typed,
  });
  const taken = await openEscalation(app, 'key', escalation, NOW);
  assert.ok(taken.kind === 'opened');
  const found = await app.store.escalationByReference(taken.answer.reference);
  assert.ok(found);
  const acts = async () => (await app.store.eventsOf(found.id)).map(({ act }) => act);
  return {
    post: (fields: Record<string, string>, member: typeof AN_AGENT | typeof BEA = AN_AGENT) =>
      postTeamAct(
        new Map(Object.entries(fields).map(([name, value]) => [name, [value]])),
        app,
        found,
        { member, slugs: SLUGS, articleOf: (slug) => (SLUGS.includes(slug) ? liveArticle(slug) : undefined) },
        NOW,
      ),
    said: async () => (await acts()).map((act) => ('text' in act ? act.text : act.kind)),
    articles: async () => (await acts()).map((act) => (act.kind === 'resolved' ? act.article : undefined)),
  };
}
