import type { Figure } from '../figures.ts';
import type { Question } from '../questions.ts';
import { openBrowser, type BenchBrowser } from './browser.ts';
import { serveFiles } from './file-server.ts';
import { longVisit, type Answers } from './session.ts';
import { coldTraffic, sessionTraffic } from './traffic.ts';
import { typed } from './typing.ts';

export type InBrowser = { figures: Figure[]; broken: string[]; answers: Answers; pagefind: Answers | undefined };

/** All that is measured in a real browser; Pagefind as it comes too, where it has an index among the folders. */
export async function inBrowser(
  folders: Readonly<Record<string, string>>,
  questions: readonly Question[],
  withPagefind: boolean,
  say: (figures: readonly Figure[]) => void,
): Promise<InBrowser> {
  const server = await serveFiles(folders);
  const browser = await openBrowser(server);
  const all: Figure[] = [];
  const keep = (figures: readonly Figure[]) => {
    say(figures);
    all.push(...figures);
  };
  try {
    for (const [kind, texts] of byKind(questions)) keep(await trafficOf(browser, kind, texts, withPagefind));
    const ours = await longVisit(browser, 'handrail', questions);
    keep(ours.figures);
    const pagefind = withPagefind ? await longVisit(browser, 'pagefind', questions) : undefined;
    keep(pagefind?.figures.map((figure) => ({ ...figure, name: `Pagefind: ${figure.name}` })) ?? []);
    return { figures: all, broken: ours.broken, answers: ours.answers, pagefind: pagefind?.answers };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function trafficOf(
  browser: BenchBrowser,
  kind: string,
  texts: readonly string[],
  withPagefind: boolean,
): Promise<Figure[]> {
  return [
    ...(await coldTraffic(browser, 'handrail', kind, texts)),
    ...(withPagefind ? await coldTraffic(browser, 'pagefind', kind, texts) : []),
    ...(await sessionTraffic(browser, kind, texts)),
    ...(await typed(browser, kind, texts)),
  ];
}

function byKind(questions: readonly Question[]): Map<string, string[]> {
  const kinds = new Map<string, string[]>();
  for (const { kind, text } of questions) kinds.set(kind, [...(kinds.get(kind) ?? []), text]);
  return kinds;
}
