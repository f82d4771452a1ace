import type { Page } from '@playwright/test';
import { signedIn } from '../members.ts';
import { asked, copied, team } from '../requests.ts';
import { expect, test } from '../test.ts';
import { KINDS_OF_PAGES, unfoldAll, withReadersStyle } from './kinds-of-pages.ts';

/** WCAG 1.4.12, as far as it goes. */
const WIDE_TEXT =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

for (const [kind, open] of Object.entries(KINDS_OF_PAGES)) {
  test(`${kind}: nothing is cut or leads sideways when narrow, turned, twice as large or widely spaced`, async ({
    page,
    meant,
  }) => {
    meant.push(/status of 404/);
    test.setTimeout(120_000);
    await open(page);
    await unfoldAll(page);

    await page.setViewportSize({ width: 320, height: 256 });
    expect.soft(await misfits(page), '320 pixels (1.4.10)').toEqual([]);
    await page.setViewportSize({ width: 640, height: 320 });
    expect.soft(await misfits(page), 'turned (1.3.4)').toEqual([]);
    await withReadersStyle(page, WIDE_TEXT);
    expect.soft(await misfits(page), 'widely spaced, turned (1.4.12)').toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect.soft(await misfits(page), 'widely spaced (1.4.12)').toEqual([]);
    await page.evaluate(() => (document.adoptedStyleSheets = []));
    await withReadersStyle(page, ':root { font-size: 200% !important }');
    await page.setViewportSize({ width: 1280, height: 800 });
    expect.soft(await misfits(page), 'twice as large (1.4.4)').toEqual([]);
    await page.setViewportSize({ width: 640, height: 800 });
    expect.soft(await misfits(page), 'twice as large on half a screen (1.4.4)').toEqual([]);
  });

  test(`${kind}: a finger meets every control`, async ({ page, meant }) => {
    meant.push(/status of 404/);
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page);
    await unfoldAll(page);

    expect(await tooSmall(page)).toEqual([]);
  });
}

test('an inbox of more than one page: nothing is cut, and a finger meets every control', async ({ page }) => {
  const { reference } = await asked('It beeps. '.repeat(100));
  await team(reference, { kind: 'resolved', outcome: 'other', why: 'A worn key.', done: 'A new key.' });
  copied(reference, 50);
  await signedIn(page, 'admin');
  await page.setViewportSize({ width: 320, height: 740 });
  await page.goto('/desk/?view=resolved');
  await expect(page.getByRole('link', { name: 'Show more' })).toBeVisible();

  expect(await misfits(page)).toEqual([]);
  expect(await tooSmall(page)).toEqual([]);
});

/**
 * What leads sideways, and what is cut off, but in frames that are made to scroll (tables and code). Of a long message
 * the inbox shows the beginning; it stands whole on the page to which that leads.
 */
async function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    const wide = scrollWidth > innerWidth ? [`the page is ${scrollWidth} pixels wide`] : [];
    const isFree = (element: Element) => element.closest('.table, pre, .visually-hidden, .skip, select') === null;
    const name = (element: Element) => element.outerHTML.slice(0, 140);
    const seen = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && isFree(element),
    );
    const out = seen
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (left < -1 || right > innerWidth + 1);
      })
      .map((element) => `out of the page: ${name(element)}`);
    const cut = seen
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const cutsX = overflowX === 'hidden' || overflowX === 'clip';
        const cutsY = overflowY === 'hidden' || overflowY === 'clip';
        return (
          (cutsX && element.scrollWidth > element.clientWidth + 1) ||
          (cutsY && !element.matches('.beginning') && element.scrollHeight > element.clientHeight + 1)
        );
      })
      .map((element) => `cut off: ${name(element)}`);
    return [...wide, ...out, ...cut];
  });
}

/**
 * What is under 44 pixels high or 24 wide where it can be touched: our own measure; WCAG 2.5.8 asks for 24 by 24, which
 * the engines hold every page to. Links in a line of text are as high as the line (2.5.8, "inline").
 */
async function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const MAY_BE_LOWER = [
      // The times of a transcript and its chapters: one below the other, with room around each.
      'a.at',
      '.chapters a',
      // A part of an article, in the line below its title, which leads there as well.
      '.about a',
    ].join(', ');
    const controls = document.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type=hidden]), select, textarea, summary',
    );
    return [...controls]
      .filter(
        (control) =>
          control.checkVisibility({ visibilityProperty: true }) && control.tabIndex >= 0 && !control.matches('.skip'),
      )
      .filter((control) => !isInText(control))
      .flatMap((control) => {
        const target = control.closest('label') ?? control;
        const { width, height } = target.getBoundingClientRect();
        const least = control.matches(MAY_BE_LOWER) ? 24 : 43.5;
        return height >= least && width >= 24
          ? []
          : [`${Math.round(width)} × ${Math.round(height)}: ${control.outerHTML.slice(0, 140)}`];
      });

    function isInText(control: HTMLElement): boolean {
      if (getComputedStyle(control).display !== 'inline') return false;
      const line = control.closest('p, li, td, th, dd, dt, figcaption, blockquote, label');
      return (line?.textContent.trim().length ?? 0) > control.textContent.trim().length;
    }
  });
}
