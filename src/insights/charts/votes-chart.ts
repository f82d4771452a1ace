import type { ArticleVotes } from '../../schema/insights.ts';
import { charts, votesWords as words } from '../../strings/en/insights-charts.ts';
import { axes, EDGE, HEIGHT, scaleFor, svgOf, tableOf, text, WIDTH, type Chart } from './chart.ts';

/** Votes on one article week by week: who said no below, who said yes on top of it, and when its text was edited. */
export function votesChart({ slug, title, weeks, edits }: ArticleVotes, id = `votes-${slug}`): Chart {
  const scale = scaleFor(weeks.length, Math.max(0, ...weeks.map(({ yes, no }) => yes + no)));
  const width = Math.max(2, Math.min(28, ((WIDTH - EDGE.left - EDGE.right) / Math.max(1, weeks.length)) * 0.6));
  const bars = weeks.flatMap(({ yes, no }, index) => {
    const bar = (from: number, to: number, style: string) =>
      to === from
        ? []
        : [
            `<rect x="${scale.x(index) - width / 2}" y="${scale.y(to)}" width="${width}" height="${scale.y(from) - scale.y(to)}" ${style}/>`,
          ];
    return [
      ...bar(0, no, 'fill="var(--bad, currentColor)" stroke="var(--bad, currentColor)"'),
      ...bar(no, no + yes, 'fill="none" stroke="var(--accent, currentColor)" stroke-width="1.5"'),
    ];
  });
  const marked = markedWeeks(weeks, edits);
  const marks = marked.map((index) => {
    const x = scale.x(index) - (scale.x(1) - scale.x(0)) / 2;
    const line = `<line x1="${x}" x2="${x}" y1="${EDGE.top}" y2="${HEIGHT - EDGE.bottom}" stroke-dasharray="2 3" stroke-width="1.5"/>`;
    return line + text(x + 4, EDGE.top + 10, words.edited, 'start');
  });
  const name = words.title(title);
  return {
    svg: svgOf({ id, title: name, description: inOneSentence(weeks, edits) }, [
      ...axes(
        scale,
        weeks.map(({ week }) => week),
        (votes) => `${votes}`,
      ),
      ...bars,
      ...marks,
      text(EDGE.left, 14, words.bars, 'start'),
    ]),
    table: tableOf(
      name,
      [charts.weekFrom, words.helped, words.didNot, words.editedColumn],
      weeks.map(({ week, yes, no }, index) => [week, `${yes}`, `${no}`, marked.includes(index) ? words.yes : '']),
    ),
  };
}

/** Indices of the weeks in which an edit was first seen. */
function markedWeeks(weeks: ArticleVotes['weeks'], edits: readonly string[]): number[] {
  return weeks.flatMap(({ week }, index) => {
    const next = weeks[index + 1]?.week;
    return edits.some((day) => day >= week && (next === undefined || day < next)) ? [index] : [];
  });
}

function inOneSentence(weeks: ArticleVotes['weeks'], edits: readonly string[]): string {
  const yes = weeks.reduce((sum, week) => sum + week.yes, 0);
  const no = weeks.reduce((sum, week) => sum + week.no, 0);
  const edited = edits.length === 0 ? words.notEdited : words.editedOn(edits);
  return `${yes + no === 0 ? words.nobody : words.said({ no, all: yes + no })} ${edited}`;
}
