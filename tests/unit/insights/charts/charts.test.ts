import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersChart } from '../../../../src/insights/charts/answers-chart.ts';
import { escaped, scaleFor } from '../../../../src/insights/charts/chart.ts';
import { deflectionChart } from '../../../../src/insights/charts/deflection-chart.ts';
import { votesChart } from '../../../../src/insights/charts/votes-chart.ts';

const weeks = ['2026-11-02', '2026-11-09', '2026-11-16'];
const deflection = weeks.map((week, index) => ({ week, told: index * 100, asked: index * 7 }));
const answers = weeks.map((week) => ({
  week,
  answers: 10,
  inTime: 9,
  medianHours: 0.5,
  slowHours: 5,
  promisedHours: 4,
}));
const votes = weeks.map((week, index) => ({ week, yes: 10, no: index }));
const ODD = '<b>"Restore" & \'share\'</b>';

for (const [name, chart, title, description] of [
  [
    'deflection',
    deflectionChart(deflection),
    'Readers who went without a person',
    /^279 of 300 went without a person: 93 %\. /,
  ],
  [
    'answers',
    answersChart(answers),
    'Time to the first answer, and what was promised',
    /^27 of 30 were answered in time\. /,
  ],
  [
    'votes',
    votesChart({ slug: 'restore', title: ODD, weeks: votes, edits: ['2026-11-12'] }),
    `Votes on "${ODD}"`,
    /^3 of 33 said that it did not help\. Edited, as votes show: 2026-11-12\.$/,
  ],
] as const) {
  test(`the picture of ${name} is named, described, and drawn in the colours of the page`, () => {
    const { svg } = chart;

    assert.match(
      svg,
      /^<svg class="chart" role="img" aria-labelledby="([a-z-]+)-title" aria-describedby="\1-description"/,
    );
    assert.equal(found(svg, /<title id="[a-z-]+-title">(.*?)<\/title>/), escaped(title));
    assert.match(found(svg, /<desc id="[a-z-]+-description">(.*?)<\/desc>/), description);
    assert.doesNotMatch(svg, /#[0-9a-f]{3,6}\b(?<!&#39)|rgb|style=|NaN|undefined|<b>/);
  });

  test(`the table of ${name} has a row for each week, and headings that say what of`, () => {
    const rows = [...chart.table.matchAll(/<tr><th scope="row">(.*?)<\/th>/g)].map(([, week]) => week);

    assert.deepEqual(rows, weeks);
    assert.match(chart.table, /^<table><caption>.+<\/caption><thead><tr>(<th scope="col">[^<]+<\/th>)+<\/tr><\/thead>/);
    assert.doesNotMatch(chart.table, /NaN|undefined|<b>/);
  });
}

test('a week in which nobody said anything parts the line, and says so in the table', () => {
  const { svg, table } = deflectionChart([{ week: '2026-10-26', told: 10, asked: 1 }, ...deflection]);

  assert.equal(svg.match(/<circle/g)?.length, 3);
  assert.equal(found(svg, /<path d="([^"]*)" stroke="var\(--accent/).match(/M/g)?.length, 2);
  assert.match(table, /<th scope="row">2026-11-02<\/th><td>0<\/td><td>0<\/td><td>nobody said<\/td>/);
});

test('who said no is one bar below who said yes, in each week that has either', () => {
  const { svg } = votesChart({ slug: 'a', title: 'A', weeks: votes, edits: [] });

  assert.equal(found(svg, /<path d="([^"]*)" fill="var\(--bad/).match(/M/g)?.length, 2);
  assert.equal(found(svg, /<path d="([^"]*)" stroke="var\(--accent/).match(/M/g)?.length, 3);
});

test('an edit is marked before its week, and in the table', () => {
  const { svg, table } = votesChart({ slug: 'a', title: 'A', weeks: votes, edits: ['2026-11-12'] });

  assert.equal(svg.match(/>edited</g)?.length, 1);
  assert.match(table, /<th scope="row">2026-11-09<\/th><td>10<\/td><td>1<\/td><td>yes<\/td>/);
});

test('nothing at all is drawn as nothing, and said', () => {
  for (const { svg, table } of [
    deflectionChart([]),
    answersChart([]),
    votesChart({ slug: 'a', title: 'A', weeks: [], edits: [] }),
  ]) {
    assert.match(svg, /<desc[^>]*>Nobody /);
    assert.doesNotMatch(svg + table, /NaN|Infinity|undefined/);
  }
});

for (const [most, ticks] of [
  [0, [0, 1]],
  [1, [0, 1]],
  [7, [0, 2, 4, 6, 8]],
  [100, [0, 50, 100]],
  [12_345, [0, 5_000, 10_000, 15_000]],
] as const) {
  test(`up to ${most} the lines stand at ${ticks.join(', ')}`, () => {
    assert.deepEqual(scaleFor(3, most).ticks, ticks);
  });
}

function found(text: string, pattern: RegExp): string {
  return pattern.exec(text)?.[1] ?? assert.fail(`there is no ${pattern}`);
}
