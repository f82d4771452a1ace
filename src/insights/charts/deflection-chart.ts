import type { DeflectionWeek } from '../../schema/insights.ts';
import { charts, deflectionWords as words } from '../../strings/en/insights-charts.ts';
import { axes, path, scaleFor, svgOf, tableOf, text, type Chart } from './chart.ts';

/**
 * The share of those who said how it went, by a vote or by asking, who did not ask for a person, week by week. What
 * this cannot know is said beside it: pages are static, so nobody counts who only reads.
 */
export function deflectionChart(weeks: readonly DeflectionWeek[], id = 'deflection'): Chart {
  const shares = weeks.map(({ told, asked }) => (told === 0 ? undefined : (100 * (told - asked)) / told));
  const scale = scaleFor(weeks.length, 100);
  const points = shares.map((share, index): [number, number] | undefined =>
    share === undefined ? undefined : [scale.x(index), scale.y(share)],
  );
  const last = points.findLastIndex((point) => point !== undefined);
  const [at, share] = [points[last], shares[last]];
  return {
    svg: svgOf({ id, title: words.title, description: `${inOneSentence(weeks)} ${words.counted}` }, [
      ...axes(
        scale,
        weeks.map(({ week }) => week),
        charts.percent,
      ),
      path(points, 'stroke="var(--accent, currentColor)" stroke-width="2"'),
      ...points.flatMap((point) =>
        point
          ? [`<circle cx="${point[0]}" cy="${point[1]}" r="3" fill="var(--accent, currentColor)" stroke="none"/>`]
          : [],
      ),
      ...(at && share !== undefined ? [text(at[0], at[1] - 8, charts.percent(Math.floor(share)), 'middle')] : []),
    ]),
    table: tableOf(
      charts.caption(words),
      [charts.weekFrom, words.told, words.asked, words.without],
      weeks.map(({ week, told, asked }, index) => [week, `${told}`, `${asked}`, inPercent(shares[index])]),
    ),
  };
}

function inOneSentence(weeks: readonly DeflectionWeek[]): string {
  const told = weeks.reduce((sum, week) => sum + week.told, 0);
  const asked = weeks.reduce((sum, week) => sum + week.asked, 0);
  if (told === 0) return words.nobody;
  return words.went({ without: told - asked, told, share: inPercent((100 * (told - asked)) / told) });
}

/** Rounded down: nothing is said to be better than it is. */
function inPercent(share: number | undefined): string {
  return share === undefined ? words.nobodySaid : charts.percent(Math.floor(share));
}
