/** Two-sided 95 %: outside of the interval on either side lies a chance of 2.5 %. */
const Z = 1.959964;

export type Interval = { lower: number; upper: number };

/**
 * The interval in which a share surely lies, of which `times` of `of` were seen: Wilson's score interval (1927). Few
 * votes make it wide, so that three of three says less than 280 of 400. Of nothing nothing is known: from 0 to 1.
 */
export function wilson(times: number, of: number): Interval {
  if (of <= 0) return { lower: 0, upper: 1 };
  const share = Math.min(1, times / of);
  const middle = share + (Z * Z) / (2 * of);
  const reach = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const scale = 1 + (Z * Z) / of;
  return { lower: Math.max(0, (middle - reach) / scale), upper: Math.min(1, (middle + reach) / scale) };
}

type Votes = { yes: number; no: number };

/**
 * Whether the share of those who said no surely fell or rose: Newcombe's interval of a difference (1998, method 10),
 * which is made of the two of Wilson and keeps its promise also with few votes.
 */
export function verdictOn(before: Votes, after: Votes): 'better' | 'worse' | 'not sure' {
  const [was, is] = [before, after].map(({ yes, no }) => ({
    share: yes + no === 0 ? 0.5 : no / (yes + no),
    ...wilson(no, yes + no),
  }));
  if (!was || !is) return 'not sure';
  const fell = was.share - is.share;
  const least = fell - Math.hypot(was.share - was.lower, is.upper - is.share);
  const most = fell + Math.hypot(was.upper - was.share, is.share - is.lower);
  return least > 0 ? 'better' : most < 0 ? 'worse' : 'not sure';
}
