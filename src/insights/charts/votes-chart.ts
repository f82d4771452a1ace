import type { ArticleVotes } from '../../schema/insights.ts';
import { charts, votesWords as words } from '../../strings/en/insights-charts.ts';
import { axes, bars, EDGE, HEIGHT, scaleFor, svgOf, tableOf, text, tidy, WIDTH, type Chart } from './chart.ts';

type Week = ArticleVotes['weeks'][number];

/** Votes on one article week by week: who said no below, who said yes on top of it, and when its text was edited. */
export function votesChart({ slug, title, weeks, edits }: ArticleVotes, id = `votes-${slug}`): Chart {
  const scale = scaleFor(weeks.length, Math.max(0, ...weeks.map(({ yes, no }) => yes + no)));
  const room = (WIDTH - EDGE.left - EDGE.right) / Math.max(1, weeks.length);
  const width = Math.max(2, Math.min(28, Math.round(room * 0.6)));
  const boxes = (from: (week: Week) => number, to: (week: Week) => number) =>
    weeks.flatMap((week, index) => {
      const [bottom, y] = [scale.y(from(week)), scale.y(to(week))];
      return y === bottom ? [] : [{ x: scale.x(index) - width / 2, y, bottom }];
    });
  const marked = markedWeeks(weeks, edits);
  const marks = marked.map((index) => {
    const x = scale.x(index) - (scale.x(1) - scale.x(0)) / 2;
    const line = `<path d="M${tidy(x)} ${EDGE.top}V${HEIGHT - EDGE.bottom}" stroke-dasharray="2 3" stroke-width="1.5"/>`;
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
      bars(
        boxes(
          () => 0,
          ({ no }) => no,
        ),
        width,
        'fill="var(--bad, currentColor)" stroke="var(--bad, currentColor)"',
      ),
      bars(
        boxes(
          ({ no }) => no,
          ({ yes, no }) => no + yes,
        ),
        width,
        'stroke="var(--accent, currentColor)" stroke-width="1.5"',
      ),
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
