import type { AnswerWeek } from '../../schema/insights.ts';
import { answersWords as words, charts } from '../../strings/en/insights-charts.ts';
import { axes, EDGE, path, scaleFor, svgOf, tableOf, text, WIDTH, type Chart } from './chart.ts';

/** How long people waited for their first answer beside what they were promised, by the week of the answer. */
export function answersChart(weeks: readonly AnswerWeek[], id = 'answers'): Chart {
  const most = Math.max(0, ...weeks.flatMap(({ slowHours, promisedHours }) => [slowHours, promisedHours]));
  const scale = scaleFor(weeks.length, most);
  const line = (of: (week: AnswerWeek) => number) =>
    weeks.map((week, index): [number, number] => [scale.x(index), scale.y(of(week))]);
  const waits = weeks.map(({ medianHours, slowHours }, index) => {
    const x = scale.x(index);
    const middle = `<circle cx="${x}" cy="${scale.y(medianHours)}" r="4" fill="var(--accent, currentColor)" stroke="none"/>`;
    return `<line x1="${x}" x2="${x}" y1="${scale.y(medianHours)}" y2="${scale.y(slowHours)}" stroke="var(--accent, currentColor)" stroke-width="2"/>${middle}`;
  });
  return {
    svg: svgOf({ id, title: words.title, description: `${inOneSentence(weeks)} ${words.counted}` }, [
      ...axes(
        scale,
        weeks.map(({ week }) => week),
        charts.hours,
      ),
      path(
        line(({ promisedHours }) => promisedHours),
        'stroke-width="2" stroke-dasharray="6 4"',
      ),
      ...waits,
      text(EDGE.left, 14, words.dot, 'start'),
      text(WIDTH - EDGE.right, 14, words.dashes, 'end'),
    ]),
    table: tableOf(
      charts.caption(words),
      [charts.weekFrom, words.answered, words.inTime, words.half, words.nineInTen, words.promised],
      weeks.map(({ week, answers, inTime, medianHours, slowHours, promisedHours }) => [
        week,
        `${answers}`,
        `${inTime}`,
        inHours(medianHours),
        inHours(slowHours),
        inHours(promisedHours),
      ]),
    ),
  };
}

function inOneSentence(weeks: readonly AnswerWeek[]): string {
  const answers = weeks.reduce((sum, week) => sum + week.answers, 0);
  const inTime = weeks.reduce((sum, week) => sum + week.inTime, 0);
  return answers === 0 ? words.nobody : words.kept({ inTime, answers });
}

function inHours(hours: number): string {
  return hours < 1 ? charts.minutes(Math.round(hours * 60)) : charts.hours(Math.round(hours * 10) / 10);
}
