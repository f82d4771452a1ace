import type { Page } from '@playwright/test';

/** From now on notes all that moves by itself on pages that are opened; see https://web.dev/articles/cls. */
export async function noteMoves(page: Page): Promise<void> {
  await page.addInitScript(() => {
    type Source = { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly };
    type Shift = PerformanceEntry & { hadRecentInput: boolean; sources: Source[] };
    const moved: string[] = [];
    Object.assign(globalThis, { moved });
    const place = ({ x, y, width, height }: DOMRectReadOnly) => `${width} x ${height} at ${x}, ${y}`;
    const inWords = ({ node, previousRect, currentRect }: Source) => {
      const what = node instanceof Element ? node.outerHTML : (node?.textContent ?? 'what has no name');
      return `${what.slice(0, 120)}: from ${place(previousRect)} to ${place(currentRect)}`;
    };
    new PerformanceObserver((list) => {
      for (const { hadRecentInput, sources } of list.getEntries() as Shift[]) {
        if (!hadRecentInput) moved.push(...(sources.length > 0 ? sources.map(inWords) : ['what has no name']));
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** What has moved on the page so far, each with its place before and after. */
export function movesOn(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { moved: string[] }).moved);
}
