import { forgetFormerSearch, goesOn } from '../search/browser/former-search.ts';
import { randomId } from './random-id.ts';

/** What a reader did in this visit, kept in the tab and sent to nobody until they send it with an escalation. */
export type Visit = {
  searches: { query: string; results: number; chosen?: string }[];
  visited: string[];
  /** Titles of what was visited, by slug. */
  titles?: Record<string, string>;
  steps: Record<string, { text: string; done: boolean }[]>;
  choices: Record<string, { question: string; answer: string }[]>;
  /** Where the reader was in the video that they watched last. */
  moment?: { video: string; title: string; second: number };
};

const STORED_AS = 'handrail-visit';
const MAX_KEPT = 20;

export function readVisit(): Visit {
  const empty: Visit = { searches: [], visited: [], steps: {}, choices: {} };
  try {
    return { ...empty, ...(JSON.parse(sessionStorage.getItem(STORED_AS) ?? '{}') as Partial<Visit>) };
  } catch {
    // Storage may be forbidden, or hold what another version left there: a visit is a convenience, never a need.
    return empty;
  }
}

/** Keeps a search; a search that goes on typing replaces the one before it. */
export function noteSearch(search: { query: string; results: number; chosen?: string }): void {
  change((visit) => {
    const last = visit.searches.at(-1);
    const isSame = last !== undefined && goesOn(last.query, search.query);
    const before = isSame ? visit.searches.slice(0, -1) : visit.searches;
    return { ...visit, searches: [...before, search].slice(-MAX_KEPT) };
  });
}

/** Forgets every trace of what was searched for in this visit. */
export function forgetSearches(): void {
  forgetFormerSearch();
  change((visit) => ({ ...visit, searches: [] }));
}

export function noteVisited(slug: string, title?: string): void {
  change((visit) => {
    const visited = [...visit.visited.filter((other) => other !== slug), slug].slice(-MAX_KEPT);
    const titles = { ...visit.titles, ...(title !== undefined && { [slug]: title }) };
    const kept = Object.entries(titles).filter(([named]) => visited.includes(named));
    return { ...visit, visited, titles: Object.fromEntries(kept) };
  });
}

export function noteSteps(slug: string, steps: { text: string; done: boolean }[]): void {
  change((visit) => ({ ...visit, steps: { ...visit.steps, [slug]: steps } }));
}

export function noteChoice(slug: string, choice: { question: string; answer: string }): void {
  change((visit) => {
    const others = (visit.choices[slug] ?? []).filter(({ question }) => question !== choice.question);
    return { ...visit, choices: { ...visit.choices, [slug]: [...others, choice] } };
  });
}

export function noteMoment(moment: NonNullable<Visit['moment']>): void {
  change((visit) => ({ ...visit, moment }));
}

/** A random id for votes from this browser; no cookie, and forgotten with the browser's storage. */
export function readerId(): string {
  try {
    const kept = localStorage.getItem('handrail-reader') ?? randomId();
    localStorage.setItem('handrail-reader', kept);
    return kept;
  } catch {
    return randomId();
  }
}

function change(next: (visit: Visit) => Visit): void {
  try {
    sessionStorage.setItem(STORED_AS, JSON.stringify(next(readVisit())));
  } catch {
    // As above.
  }
}
