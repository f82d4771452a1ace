import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// Scans pages with the Observatory in a folder: `scan.ts <folder> <port> <path> …`, one line of JSON for each.
type Output = { result: string; pass: boolean };
type Retrieved = { responses: { auto: { status: number } | null } };
type Retrieve = (host: string, options: { path: string; httpPort: number; httpsPort: number }) => Promise<Retrieved>;

const [folder = '', port = '', ...paths] = process.argv.slice(2);
const load = (name: string) =>
  import(pathToFileURL(join(folder, 'node_modules/@mdn/mdn-http-observatory/src', name)).href);
const { retrieve } = (await load('retriever/retriever.js')) as { retrieve: Retrieve };
const { ALL_TESTS } = (await load('constants.js')) as { ALL_TESTS: ((retrieved: Retrieved) => Output)[] };
const { getScoreModifier, getGradeForScore } = (await load('grader/grader.js')) as {
  getScoreModifier: (result: string) => number;
  getGradeForScore: (score: number) => { grade: string };
};

/** From here on the Observatory counts what is better than good as well. */
const EXTRA_CREDIT_FROM = 90;

// Its own `scan` takes a host and no path; these are its steps.
for (const path of paths) {
  const retrieved = await retrieve('localhost', { path, httpPort: Number(port), httpsPort: Number(port) });
  const results = ALL_TESTS.map((test) => test(retrieved));
  const points = results.map(({ result }) => getScoreModifier(result));
  const sum = (counted: readonly number[]) => counted.reduce((total, one) => total + one, 0);
  const lost = 100 + sum(points.filter((one) => one < 0));
  const score = lost >= EXTRA_CREDIT_FROM ? lost + sum(points.filter((one) => one > 0)) : lost;
  const faults = results.filter(({ pass }) => !pass).map(({ result }) => result);
  console.log(
    JSON.stringify({
      path,
      status: retrieved.responses.auto?.status,
      grade: getGradeForScore(score).grade,
      score,
      faults,
    }),
  );
}
