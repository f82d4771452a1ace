import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listSearches } from '../../../src/cli/list-searches.ts';
import type { AdvisedInsight, SearchReport } from '../../../src/cli/search-report.ts';
import { searchesTable } from '../../../src/cli/searches-table.ts';

const at = (instant: string) => Temporal.Instant.from(instant);

const report: SearchReport = {
  // From midnight to midnight in London, where summer ends in between.
  period: { since: at('2026-10-21T23:00Z'), until: at('2026-11-23T00:00Z') },
  keepsSearches: true,
  searches: 412,
  led: 371,
  insights: [
    missed('vpn certificate', {
      times: 12,
      of: 14,
      latest: { at: at('2026-11-21T09:00Z'), version: '5', audience: 'admin' },
    }),
    missed('=cmd|x', { times: 1, of: 1 }),
    {
      ...asked('pasword', { times: 2 }),
      kind: 'asked-again',
      then: 'pass\u001bword',
      thenFound: true,
      articles: [
        { slug: 'sign-in', times: 2 },
        { slug: 'change', times: 1 },
      ],
    },
    { ...asked('two beeps', { times: 3 }), kind: 'asked-a-person', foundNothing: 2 },
  ],
};

test('searches are listed by kind, each with how often, when last, for whom and what to do', () => {
  const listed = listSearches(report, 'Europe/London');

  assert.equal(
    listed,
    `From 22 Oct 2026 to 22 Nov 2026 412 searches were kept, 371 of them ended on an article.

Nothing was found
  "vpn certificate"
    12 of 14 times, the last on 21 Nov 2026 for version 5, admin
    Write it.
  "=cmd|x"
    once, on 20 Nov 2026
    Write it.

Asked again in other words
  "pasword", then "pass\uFFFDword"
    2 times, the last on 20 Nov 2026
    Write it.

Searched for, and then asked a person
  "two beeps"
    3 times (nothing was found: 2), the last on 20 Nov 2026
    Write it.`,
  );
});

test('of a long list the most frequent are shown, and where the others are', () => {
  const insights = Array.from({ length: 23 }, (_, index) => missed(`question ${index}`, {}));

  const listed = listSearches({ ...report, insights }, 'Europe/London');

  assert.match(listed, /"question 19"\n.*\n.*\n {2}3 more are listed with --csv and --json\.$/);
});

test('a site that keeps no searches is told so, and how to', () => {
  const listed = listSearches({ ...report, keepsSearches: false, searches: 0, led: 0, insights: [] }, 'Europe/London');

  assert.equal(
    listed,
    `From 22 Oct 2026 to 22 Nov 2026 no search was kept.

This site keeps no searches now; those that come along with requests for a person are listed all the same. To keep the others too, set keepSearches: true under switches in site.yaml.

Nothing there says that an article is missing.`,
  );
});

test('in a table each insight is a line, and no cell is run as a formula', () => {
  const table = searchesTable(report);

  assert.deepEqual(table.split('\r\n'), [
    '"kind","question","then","times","of","articles","last","version","audience","what to do"',
    '"found-nothing","vpn certificate","",12,14,"","2026-11-21T09:00:00Z","5","admin","Write it."',
    `"found-nothing","'=cmd|x","",1,1,"","2026-11-20T09:00:00Z","","","Write it."`,
    `"asked-again","pasword","pass\uFFFDword",2,"","sign-in (2), change (1)","2026-11-20T09:00:00Z","","","Write it."`,
    '"asked-a-person","two beeps","",3,"","","2026-11-20T09:00:00Z","","","Write it."',
    '',
  ]);
});

type Changes = { times?: number; latest?: AdvisedInsight['latest'] };

function missed(question: string, { of = 1, ...changes }: Changes & { of?: number }) {
  return { ...asked(question, changes), kind: 'found-nothing' as const, of };
}

function asked(question: string, changes: Changes) {
  return {
    question,
    times: 1,
    articles: [],
    latest: { at: at('2026-11-20T09:00Z') },
    whatToDo: 'Write it.',
    ...changes,
  };
}
