import type { Figure } from '../figures.ts';
import { quantile } from '../quantile.ts';
import { sample } from '../sample.ts';
import type { BenchBrowser } from './browser.ts';
import { spread } from './traffic.ts';

const SEED = 20_261_122;
const QUESTIONS = 3;
/** The first beginning of a question that is asked, in letters. */
const FROM = 2;

/** One question after the other typed letter by letter, each in a browser of its own, and then once more in it. */
export async function typed(browser: BenchBrowser, kind: string, texts: readonly string[]): Promise<Figure[]> {
  const whole: number[] = [];
  const letters: { kilobytes: number; requests: number; ms: number }[] = [];
  const again: number[] = [];
  for (const text of sample(texts, QUESTIONS, SEED)) {
    const beginnings = beginningsOf(text);
    const page = await browser.open('handrail');
    // Focus has fetched the start of the index by the time that somebody has typed two letters.
    await page.prepare();
    await page.traffic();
    const from = letters.length;
    for (const beginning of beginnings) {
      const [asked] = await page.ask([beginning], true);
      const { bytes, requests } = await page.traffic();
      letters.push({ kilobytes: bytes / 1_000, requests, ms: asked?.ms ?? 0 });
    }
    whole.push(letters.slice(from).reduce((sum, { kilobytes }) => sum + kilobytes, 0));
    again.push(...(await page.ask(beginnings, true)).map(({ ms }) => ms));
    await page.close();
  }
  const title = `${kind}, typing`;
  return [
    ...spread(`${title}, bytes of a whole question`, whole, { median: 0.5, most: 1 }),
    ...spread(
      `${title}, bytes of a letter`,
      letters.map(({ kilobytes }) => kilobytes),
      { median: 0.5, p95: 0.95 },
    ),
    {
      name: `${title}, requests of a letter, most`,
      value: quantile(
        letters.map(({ requests }) => requests),
        1,
      ),
      unit: '',
    },
    ...spread(
      `${title}, answer to a letter`,
      letters.map(({ ms }) => ms),
      SHARES,
      'ms',
    ),
    ...spread(`${title}, the same once more`, again, SHARES, 'ms'),
  ];
}

const SHARES = { p50: 0.5, p95: 0.95, most: 1 };

function beginningsOf(text: string): string[] {
  const signs = [...text];
  return signs.slice(FROM - 1).map((_, index) => signs.slice(0, index + FROM).join(''));
}
