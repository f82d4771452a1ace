import { quantile } from '../quantile.ts';
import type { Figure } from '../figures.ts';
import { sample } from '../sample.ts';
import type { BenchBrowser, Traffic } from './browser.ts';

const SEED = 20_261_122;
const COLD_QUESTIONS = 30;
const SESSIONS = 3;
const SESSION_QUESTIONS = 10;

/** Bytes and requests of the first answer of a browser that has nothing yet: code, start of the index, pieces of it. */
export async function coldTraffic(
  browser: BenchBrowser,
  name: 'handrail' | 'pagefind',
  kind: string,
  texts: readonly string[],
): Promise<Figure[]> {
  const all: Traffic[] = [];
  for (const text of sample(texts, COLD_QUESTIONS, SEED)) {
    const page = await browser.open(name);
    await page.ask([text]);
    all.push(await page.traffic());
    await page.close();
  }
  const title = `${kind}, first answer, cold${name === 'handrail' ? '' : ` (${name})`}`;
  return [
    ...spread(`${title}, bytes`, kilobytes(all), { median: 0.5, most: 1 }),
    { name: `${title}, requests, median`, value: quantile(requests(all), 0.5), unit: '' },
    { name: `${title}, requests, most`, value: quantile(requests(all), 1), unit: '' },
    ...later(title, all),
  ];
}

/** Bytes and requests of each further question of a visit. */
export async function sessionTraffic(browser: BenchBrowser, kind: string, texts: readonly string[]): Promise<Figure[]> {
  const further: Traffic[] = [];
  for (let session = 0; session < SESSIONS; session++) {
    const page = await browser.open('handrail');
    const [first = '', ...others] = sample(texts, SESSION_QUESTIONS, SEED + session);
    await page.ask([first]);
    await page.traffic();
    for (const text of others) {
      await page.ask([text]);
      further.push(await page.traffic());
    }
    await page.close();
  }
  const title = `${kind}, further question of a visit`;
  return [
    ...spread(`${title}, bytes`, kilobytes(further), { median: 0.5, p90: 0.9 }),
    { name: `${title}, requests, median`, value: quantile(requests(further), 0.5), unit: '' },
    ...later(title, further),
  ];
}

/** Quantiles of `values` by what each is called. */
export function spread(
  name: string,
  values: readonly number[],
  shares: Readonly<Record<string, number>>,
  unit: Figure['unit'] = 'kB',
): Figure[] {
  return Object.entries(shares).map(([share, at]) => ({
    name: `${name}, ${share}`,
    value: quantile(values, at),
    unit,
  }));
}

/** Only where something is fetched ahead. */
function later(title: string, all: readonly Traffic[]): Figure[] {
  const ahead = all.map(({ laterBytes }) => laterBytes / 1_000);
  return ahead.some((value) => value > 0) ? spread(`${title}, fetched after it, bytes`, ahead, { median: 0.5 }) : [];
}

function kilobytes(all: readonly Traffic[]): number[] {
  return all.map(({ bytes }) => bytes / 1_000);
}

function requests(all: readonly Traffic[]): number[] {
  return all.map(({ requests: count }) => count);
}
