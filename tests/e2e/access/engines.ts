import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { unfoldAll } from './kinds-of-pages.ts';
import { REVIEWED, type Reviewed } from './reviewed.ts';

/** A page as somebody sees it, and whether only its colours are asked about. */
export type Look = { width: number; colorScheme: 'light' | 'dark'; areColoursAlone: boolean };

/** At both widths, in both themes. A theme changes colours alone, so that in the dark only those are asked again. */
export const EVERY_LOOK: readonly Look[] = [360, 1280].flatMap((width) => [
  { width, colorScheme: 'light', areColoursAlone: false },
  { width, colorScheme: 'dark', areColoursAlone: true },
]);

// Evaluated as the tools of the browser do, which no policy of the page forbids.
const { resolve } = createRequire(import.meta.url);
const AXE = readFileSync(resolve('axe-core/axe.min.js'), 'utf8');
const IBM = `${readFileSync(resolve('accessibility-checker-engine/ace.js'), 'utf8')};globalThis.ibm = new ace.Checker();`;

/**
 * What axe and IBM's engine find on the page as it stands, and whether it is wider than the screen, in each of `looks`.
 */
export async function findingsOn(page: Page, looks = EVERY_LOOK): Promise<string[]> {
  // Whoever waited for a part of the page may have it before the rest.
  await page.waitForLoadState();
  // Colours that are still on their way from one theme to the other are nobody's.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // What is folded away is looked at by neither.
  await unfoldAll(page);
  await page.evaluate(AXE);
  await page.evaluate(IBM);
  const found: string[] = [];
  for (const { width, colorScheme, areColoursAlone } of looks) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const findings = await page.evaluate(askBoth, { areColoursAlone, reviewed: REVIEWED });
    found.push(...findings.map((finding) => `${width} ${colorScheme}: ${finding}`));
  }
  return found;
}

type AxeNode = {
  html: string;
  element?: Element;
  /** What the rule looked at; the first that could not be decided says why. */
  any: { message: string; data?: { messageKey?: string } | null }[];
};
type Axe = {
  run: (
    root: Document,
    options: object,
  ) => Promise<Record<'violations' | 'incomplete', { id: string; nodes: AxeNode[] }[]>>;
};
type IbmReport = {
  results: {
    ruleId: string;
    reasonId: string;
    value: [string, string];
    message: string;
    snippet: string;
    node: Node;
  }[];
};
type Ibm = {
  check: (root: Document, guidelines: string[]) => Promise<IbmReport>;
  engine: { enableRules: (ids: string[]) => void; run: (root: Document) => Promise<IbmReport> };
};

/** Runs in the page. */
async function askBoth({
  areColoursAlone,
  reviewed,
}: {
  areColoursAlone: boolean;
  reviewed: readonly Reviewed[];
}): Promise<string[]> {
  const { axe, ibm } = globalThis as unknown as { axe: Axe; ibm: Ibm };
  const isReviewed = (rule: string, element: Element | undefined) =>
    reviewed.some((each) => `${rule} `.startsWith(`${each.rule} `) && element?.matches(each.on));

  const { violations, incomplete } = await axe.run(document, {
    runOnly: areColoursAlone
      ? { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }
      : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations', 'incomplete'],
    elementRef: true,
  });
  const undecided = incomplete.map(({ id, nodes }) => ({
    id,
    nodes: nodes.filter(({ any: [why], element }) => !isReviewed(`${id} ${why?.data?.messageKey ?? ''}`, element)),
  }));
  const byAxe = [...violations, ...undecided].flatMap(({ id, nodes }) =>
    nodes.map(({ html, any: [why] }) => `axe ${id} ${why?.data?.messageKey ?? ''}: ${html.slice(0, 300)}`),
  );

  if (areColoursAlone) ibm.engine.enableRules(['text_contrast_sufficient']);
  const report = areColoursAlone ? await ibm.engine.run(document) : await ibm.check(document, ['WCAG_2_2']);
  const byIbm = report.results
    .filter(({ value: [, outcome] }) => outcome !== 'PASS')
    .filter(({ ruleId, reasonId, node }) => {
      const element = node instanceof Element ? node : (node.parentElement ?? undefined);
      return !isReviewed(`${ruleId} ${reasonId}`, element);
    })
    .map(({ ruleId, reasonId, message, snippet }) => `ibm ${ruleId} ${reasonId}: ${message} ${snippet.slice(0, 300)}`);

  const { scrollWidth } = document.documentElement;
  const wide = scrollWidth > innerWidth ? [`${scrollWidth} pixels wide`] : [];
  return [...new Set([...byAxe, ...byIbm, ...wide])];
}
