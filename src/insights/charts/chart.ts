/**
 * A picture of some rows, and the same rows as a table, for those who cannot see it or want the numbers. Both are HTML,
 * with all text escaped. Colours are `--accent`, `--bad` and the colour of the text; where these are not known, as in
 * forced colours, marks and dashes still tell one row from another.
 */
export type Chart = { svg: string; table: string };

export const WIDTH = 720;
export const HEIGHT = 240;
/** Room for the numbers at the left, the weeks below, and labels above. */
export const EDGE = { left: 56, right: 16, top: 24, bottom: 32 };

export type Scale = { x: (index: number) => number; y: (value: number) => number; ticks: readonly number[] };

/** Where the `index`-th of `count` rows stands, and how high a value of at most `most`. */
export function scaleFor(count: number, most: number): Scale {
  const step = tickStep(most);
  const top = Math.max(step, Math.ceil(most / step) * step);
  const [across, up] = [WIDTH - EDGE.left - EDGE.right, HEIGHT - EDGE.top - EDGE.bottom];
  return {
    x: (index) => tidy(EDGE.left + (across * (index + 0.5)) / Math.max(1, count)),
    y: (value) => tidy(HEIGHT - EDGE.bottom - (up * value) / top),
    ticks: Array.from({ length: Math.round(top / step) + 1 }, (_, index) => tidy(index * step)),
  };
}

/** The drawing itself, named for screen readers by `title` and `description`. `id` is one of its own on its page. */
export function svgOf(
  { id, title, description }: { id: string; title: string; description: string },
  drawn: readonly string[],
): string {
  const name = escaped(id);
  return [
    `<svg class="chart" role="img" aria-labelledby="${name}-title" aria-describedby="${name}-description" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" fill="none" stroke="currentColor" font-size="12">`,
    `<title id="${name}-title">${escaped(title)}</title>`,
    `<desc id="${name}-description">${escaped(description)}</desc>`,
    ...drawn,
    '</svg>',
  ].join('');
}

/** The lines at the left with their numbers as `written`, and the first and the last week below. */
export function axes({ x, y, ticks }: Scale, weeks: readonly string[], written: (tick: number) => string): string[] {
  const across = (all: readonly number[], opacity: number) =>
    `<path d="${all.map((tick) => `M${EDGE.left} ${y(tick)}H${WIDTH - EDGE.right}`).join('')}" stroke-opacity="${opacity}"/>`;
  const ends = [...new Set([0, weeks.length - 1])].flatMap((index) => {
    const week = weeks[index];
    return week === undefined ? [] : [text(x(index), HEIGHT - 10, week, 'middle')];
  });
  return [
    across([0], 0.6),
    across(
      ticks.filter((tick) => tick > 0),
      0.2,
    ),
    ...ticks.map((tick) => text(EDGE.left - 8, y(tick) + 4, written(tick), 'end')),
    ...ends,
  ];
}

/** Words at a point; chart.css fills their letters. */
export function text(x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end'): string {
  const placed = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${tidy(x)}" y="${tidy(y)}"${placed}>${escaped(words)}</text>`;
}

/** Bars of one kind, from `y` down to `bottom`: in one path, which says the same as many boxes in a third of the bytes. */
export function bars(boxes: readonly { x: number; y: number; bottom: number }[], width: number, style: string): string {
  if (boxes.length === 0) return '';
  const d = boxes.map(({ x, y, bottom }) => `M${tidy(x)} ${tidy(y)}h${width}V${tidy(bottom)}h${-width}z`).join('');
  return `<path d="${d}" ${style}/>`;
}

/** A line through the points; those that are not known part it. */
export function path(points: readonly ([number, number] | undefined)[], style: string): string {
  const steps = points.map((point, index) => (point ? `${points[index - 1] ? 'L' : 'M'}${point[0]} ${point[1]}` : ''));
  return `<path d="${steps.filter(Boolean).join(' ')}" ${style}/>`;
}

/** Rows as a table; the first cell of each is its heading. */
export function tableOf(caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const body = rows.map(([first = '', ...cells]) => {
    const others = cells.map((cell) => `<td>${escaped(cell)}</td>`).join('');
    return `<tr><th scope="row">${escaped(first)}</th>${others}</tr>`;
  });
  return `<table><caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

export function escaped(written: string): string {
  return written
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Steps of 1, 2 or 5 times a power of ten, of which about four fit; nothing less than 1 is counted. */
function tickStep(most: number): number {
  const rough = Math.max(most / 4, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5].find((times) => times * power >= rough) ?? 10) * power;
}

/** With as many decimals as can be seen. */
export function tidy(value: number): number {
  return Math.round(value * 10) / 10;
}
