import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { liveArticles } from '../../src/articles/live-articles.ts';
import { readContent } from '../../src/articles/read-content.ts';
import { insightsOf } from '../../src/insights/insights-of.ts';
import { Insights } from '../../src/schema/insights.ts';
import { openStore } from '../../src/server/stores.ts';
import { readSettings } from '../../src/server/settings.ts';
import { fillDatabase } from '../fixtures/history/fill-database.ts';
import { historyContent } from '../fixtures/history/history-content.ts';
import { history } from '../fixtures/history/history.ts';
import { DELETED } from '../fixtures/history/seeded.ts';
import { writeContent } from '../fixtures/site.ts';
import { engines, type Engine } from './engines.ts';

const NOW = Temporal.ZonedDateTime.from('2026-11-20T12:00[Europe/London]');
const PERIOD = { since: Temporal.Instant.from('2026-08-22T00:00Z'), until: Temporal.Instant.from('2026-11-21T00:00Z') };

for (const engine of await engines()) {
  describe(`months of a site in ${engine.name}`, () => {
    test('name what fails most surely first, and leave out what does not', async (t) => {
      const found = await insights(t, engine);

      // What each was given stands in tests/fixtures/history/seeded.ts; the bounds are Wilson's of 95 %.
      assert.deepEqual(
        found.failing.slice(0, 5).map(({ slug, because, sureness }) => [slug, because, Math.round(sureness * 100)]),
        [
          ['fails-many', 'votes', 65], // 280 of 400 say no
          ['fails-few', 'votes', 51], // all of 4 say no, which may still be chance
          ['fails-on-one-version', 'votes', 41], // 60 of 120 on the page of version 4.2, and 5 % on that of version 5
          ['made-worse', 'votes', 38], // 68 of 150 since it was edited, 25 of 250 before
          ['leads-to-people', 'requests', 35], // 6 of 80 say no, but 60 went on to a person
        ],
      );
      const listed = found.failing.map(({ slug }) => slug);
      assert.ok(!listed.includes('was-mended'), '195 of 300 said no before the edit, 8 of 120 after it');
      assert.ok(!listed.includes('popular-and-fine'), 'more say no than anywhere else, and 94 of 100 say yes');
      assert.ok(!listed.includes('edited-unread'), 'nobody has voted on it since it was edited');
      assert.ok(!listed.includes(DELETED), 'it is not there any more');
    });

    test('say of each what to do, where, and why, without details of persons', async (t) => {
      const { failing, faults } = await insights(t, engine);
      const [first, , third] = failing;

      assert.deepEqual(first?.reasons[0]?.reason, 'out-of-date');
      assert.match(
        first?.whatToDo ?? '',
        /^Hold it against the product .* Edit content\/articles\/fails-many\.mdx:14, "Choose a day"\.$/,
      );
      assert.equal(first?.comments.length, 5);
      assert.equal(first?.comments[0]?.text, 'There is no button like that, write to me: …');
      assert.deepEqual(third?.texts[0]?.readers[0], { version: '4.2', audience: 'home' });
      assert.deepEqual(
        faults.map(({ outcome, article, heading, file, line, times, whatToDo }) => ({
          what: [outcome, article, heading, file && `${file}:${line}`, times],
          whatToDo,
        })),
        [
          {
            what: ['article-wrong', 'fails-many', 'Choose a day', 'content/articles/fails-many.mdx:14', 9],
            whatToDo: 'Correct content/articles/fails-many.mdx:14, "Choose a day".',
          },
          {
            what: ['article-missing', 'not-written-yet', undefined, undefined, 4],
            whatToDo: 'Write the article that was missing, as not-written-yet.mdx.',
          },
          {
            what: ['article-unclear', DELETED, undefined, undefined, 2],
            whatToDo: `There is no article ${DELETED} any more. Let its address lead to what answers this now.`,
          },
          {
            what: [
              'article-wrong',
              'question-0003',
              'No such place',
              'content/articles/files/question-0003.mdx:undefined',
              1,
            ],
            whatToDo:
              'Correct content/articles/files/question-0003.mdx, where no heading is "No such place" any more. (Version 2 is not listed any more.)',
          },
        ],
      );
      assert.deepEqual(faults[0]?.readers, [
        { version: '5', audience: 'home', times: 7 },
        { version: '4.2', audience: 'home', times: 2 },
      ]);
    });

    test('say of edits whether they helped, and follow the rest through the weeks', async (t) => {
      const found = await insights(t, engine);

      const verdicts = new Map(
        found.edits.map(({ slug, verdict, before, after }) => [slug, { verdict, before, after }]),
      );
      assert.deepEqual(verdicts.get('was-mended'), {
        verdict: 'better',
        before: { yes: 105, no: 195 },
        after: { yes: 112, no: 8 },
      });
      assert.equal(verdicts.get('made-worse')?.verdict, 'worse');
      assert.deepEqual(verdicts.get('edited-unread')?.after, { yes: 0, no: 0 });
      assert.equal(found.deflection.length, 14);
      assert.ok(found.deflection.every(({ told, asked }) => told >= asked && asked >= 0));
      assert.ok(found.answers.length > 0 && found.answers.every(({ inTime, answers }) => inTime <= answers));
      assert.ok(
        found.searches.questions.some(
          ({ question, kind }) => question === 'vpn certificate' && kind === 'found-nothing',
        ),
      );
      assert.ok(found.reviews.length > 10 && found.reviews.every(({ line }) => line === 7));
      assert.equal(found.votes[0]?.slug, 'fails-many');
      assert.deepEqual(Insights.parse(found), found);
    });

    test('are nothing, and no error, where nothing happened yet', async (t) => {
      const { store, articles } = await filled(t, engine, false);

      const found = await insightsOf(store, { articles, reviewEvery: 'P12M', keepsSearches: false }, PERIOD, NOW);

      assert.deepEqual([found.failing, found.faults, found.edits, found.answers, found.votes], [[], [], [], [], []]);
      assert.ok(found.deflection.every(({ told }) => told === 0));
    });
  });
}

async function insights(t: TestContext, engine: Engine): Promise<Insights> {
  const { store, articles } = await filled(t, engine, true);
  return insightsOf(store, { articles, reviewEvery: 'P12M', keepsSearches: true }, PERIOD, NOW);
}

async function filled(t: TestContext, engine: Engine, hasHistory: boolean) {
  await using content = await writeContent(historyContent(60));
  const articles = liveArticles(await readContent(content.folder));
  const place = await engine.newPlace(t);
  const store = await openStore(
    readSettings({ DATABASE_URL: place.url, HANDRAIL_SECRET: 'x'.repeat(64) }),
    NOW.toInstant(),
  );
  t.after(() => store.close());
  const options = { seed: 7, until: NOW.toInstant(), days: 180, votes: 8_000, requests: 200 };
  if (hasHistory) await fillDatabase(place.url, history(articles, options));
  return { store, articles };
}
