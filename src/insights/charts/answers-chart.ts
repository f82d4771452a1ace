import type { AnswerWeek } from '../../schema/insights.ts';
import { axes, EDGE, path, scaleFor, svgOf, tableOf, text, WIDTH, type Chart } from './chart.ts';

const TITLE = 'Time to the first answer, and what was promised';
const COUNTED = 'Hours go by the clock, nights and holidays included, for the wait as for the promise.';

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
    svg: svgOf({ id, title: TITLE, description: `${inOneSentence(weeks)} ${COUNTED}` }, [
      ...axes(
        scale,
        weeks.map(({ week }) => week),
        ' h',
      ),
      path(
        line(({ promisedHours }) => promisedHours),
        'stroke-width="2" stroke-dasharray="6 4"',
      ),
      ...waits,
      text(EDGE.left, 14, 'Dot: half waited less. Line up: nine in ten waited less.', 'start'),
      text(WIDTH - EDGE.right, 14, 'Dashes: promised', 'end'),
    ]),
    table: tableOf(
      `${TITLE}. ${COUNTED}`,
      ['Week from', 'Answered', 'In time', 'Half waited less than', 'Nine in ten waited less than', 'Promised'],
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
  return answers === 0 ? 'Nobody was answered yet.' : `${inTime} of ${answers} were answered in time.`;
}

function inHours(hours: number): string {
  return hours < 1 ? `${Math.round(hours * 60)} min` : `${Math.round(hours * 10) / 10} h`;
}
