import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insightsTable } from '../../../src/cli/insights-table.ts';
import { listInsights } from '../../../src/cli/list-insights.ts';
import type { Insights } from '../../../src/schema/insights.ts';

const HOME = [{ version: '4.2', audience: 'home' }];
const READER = { version: '5', audience: 'home' };

const NOTHING: Insights = {
  period: { since: '2026-08-24T23:00:00Z', until: '2026-11-23T00:00:00Z' },
  failing: [],
  faults: [],
  edits: [],
  searches: { areKept: false, kept: 0, led: 0, questions: [] },
  reviews: [],
  promises: [],
  deflection: [],
  answers: [],
  votes: [],
};

const TEXT = { contentHash: 'now', file: 'a.mdx', readers: HOME, surelyNo: 0.4, since: '2026-09-01T10:00:00Z' };

const MUCH: Insights = {
  ...NOTHING,
  failing: [
    {
      slug: 'restore',
      title: 'Restore',
      files: ['a.mdx'],
      sureness: 0.412,
      because: 'votes',
      isOnePage: true,
      yes: 900,
      no: 90,
      requests: 3,
      texts: [
        { ...TEXT, yes: 60, no: 60, requests: 1 },
        { ...TEXT, yes: 840, no: 30, requests: 2 },
      ],
      before: { yes: 9, no: 1 },
      reasons: [{ reason: 'out-of-date', times: 29 }],
      comments: [{ at: '2026-11-20T10:00:00Z', text: '=HYPERLINK("x")\u001b[2J', version: '4.2' }],
      whatToDo: 'Edit a.mdx.',
    },
  ],
  faults: [
    {
      outcome: 'article-wrong',
      article: '=cmd|x',
      heading: 'A\u202Eday',
      times: 2,
      readers: [{ ...READER, times: 2 }],
      latestAt: '2026-11-20T10:00:00.123Z',
      whatToDo: 'Correct it.',
    },
  ],
  edits: [edit('first', 'not sure'), edit('second', 'better'), { ...edit('third', 'worse'), after: { yes: 0, no: 0 } }],
  promises: [{ channel: 'email', kept: 8, missed: 1, moved: 3, open: 1 }],
  deflection: [{ week: '2026-11-16', told: 300, asked: 1 }],
};

test('what is listed begins with what it is about, and rounds nothing up', () => {
  const listed = listInsights(MUCH, 'Europe/London');

  assert.equal(
    listed,
    `From 25 Aug 2026 to 22 Nov 2026. Articles are judged by every vote on the text that readers see now.

Of 300 readers who voted or asked for a person 299 (99 %) went without one. Those who read and did neither are not counted.
Promises kept: 8 of 10 (80 %).
This site keeps no searches: see keepSearches in site.yaml.

Articles that surely fail their readers
  restore for version 4.2 (home): surely 41 % or more are not helped
    60 of 120 say no, one reader asked for a person, since 1 Sept 2026. Before the last edit it was 1 of 10.
    On all of its pages together 90 of 990 say no.
    29 × It is out of date: things look different here
    20 Nov 2026 | "=HYPERLINK("x")\uFFFD[2J"
    Edit a.mdx.

Requests that an article could have spared
  An article was wrong: =cmd|x, "A\uFFFDday"
    2 times, the last on 20 Nov 2026, for version 5, home.
    Correct it.

Edits, before and after
  third for version 4.2 (home): worse
    Before 1 Nov 2026 2 of 10 said no, since then nobody voted.
    Wait.
  second for version 4.2 (home): better
    Before 1 Nov 2026 2 of 10 said no, since then 1 of 10 said no.
    Wait.
  first for version 4.2 (home): not sure
    Before 1 Nov 2026 2 of 10 said no, since then 1 of 10 said no.
    Wait.`,
  );
});

test('a quiet time is told in a few lines', () => {
  assert.equal(
    listInsights({ ...NOTHING, searches: { ...NOTHING.searches, areKept: true } }, 'Europe/London'),
    `From 25 Aug 2026 to 22 Nov 2026. Articles are judged by every vote on the text that readers see now.

Nobody voted, and nobody asked for a person.
No promise came to its time.

Nothing calls for a writer.`,
  );
});

test('a long list is cut, and says where the rest is', () => {
  const edits = Array.from({ length: 12 }, (_, index) => edit(`article-${index}`, 'not sure'));

  assert.match(listInsights({ ...NOTHING, edits }, 'UTC'), /\n {2}2 more are listed with --csv and --json\.$/);
});

test('in a table each insight is a line, and no cell is run as a formula', () => {
  assert.deepEqual(insightsTable(MUCH).split('\r\n').slice(1, 4), [
    '"fails","readers say no","restore","a.mdx","version 4.2 (home)",60,120,0.412,"","Edit a.mdx."',
    `"request","An article was wrong: A\u202Eday","'=cmd|x","","5 home (2)",2,"","","2026-11-20T10:00:00Z","Correct it."`,
    '"edit","not sure: 2 of 10 said no before","first","a.mdx","version 4.2 (home)",1,10,"","2026-11-01T10:00:00Z","Wait."',
  ]);
});

function edit(slug: string, verdict: Insights['edits'][number]['verdict']): Insights['edits'][number] {
  const votes = { before: { yes: 8, no: 2 }, after: { yes: 9, no: 1 } };
  const at = '2026-11-01T10:00:00Z';
  return { slug, title: slug, file: 'a.mdx', readers: HOME, at, ...votes, verdict, isLast: true, whatToDo: 'Wait.' };
}
