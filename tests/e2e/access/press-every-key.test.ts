import type { Page } from '@playwright/test';
import { expect, test } from '../test.ts';
import { withoutNews } from '../without-news.ts';
import { KINDS_OF_PAGES, unfoldAll } from './kinds-of-pages.ts';

/** Where the focus was, and what was wrong there. */
type Stop = { what: string; index: number; wrong: string[] };

const MOST_STOPS = 400;

for (const [kind, open] of Object.entries(KINDS_OF_PAGES)) {
  test(`${kind}: Tab reaches every control in order, shows where it is, uncovered, and leads out again`, async ({
    page,
    meant,
  }) => {
    meant.push(/status of 404/);
    test.setTimeout(120_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 360, height: 640 });
    await withoutNews(page);
    await open(page);
    await unfoldAll(page);
    const address = page.url();
    const controls = await numberControls(page);

    const stops = await tabThrough(page);

    expect.soft(stops.flatMap(({ what, wrong }) => wrong.map((each) => `${what}: ${each}`))).toEqual([]);
    expect.soft(stops.map(({ index, what }) => (index < 0 ? what : index))).toEqual([...controls.keys()]);
    expect.soft(stops.length, controls.join('\n')).toBe(controls.length);
    expect(page.url()).toBe(address);
  });
}

test('the first Tab offers the way past the header, and it leads there', async ({ page }) => {
  await page.goto('/articles/restore-a-file/');

  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: /^Skip/ });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');

  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('Shift and Tab lead back the same way', async ({ page }) => {
  await page.goto('/articles/restore-a-file/');
  const controls = await numberControls(page);
  await page.getByRole('contentinfo').getByRole('link').last().focus();

  const way: number[] = [];
  for (let stop = 0; stop < controls.length; stop++) {
    way.push(await page.evaluate(() => Number((document.activeElement as HTMLElement).dataset['stop'])));
    await page.keyboard.press('Shift+Tab');
  }

  expect(way.toReversed()).toEqual([...controls.keys()]);
});

/** Gives each control that the keyboard should reach its number, in the order of the document, and tells them. */
async function numberControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]',
    );
    const isRepeated = (control: HTMLElement) =>
      control instanceof HTMLInputElement &&
      control.type === 'radio' &&
      document.querySelector(`input[type=radio][name="${control.name}"]:checked`) !== control;
    const controls = [...all].filter(
      (control) =>
        control.tabIndex >= 0 &&
        control.checkVisibility({ visibilityProperty: true }) &&
        !control.matches(':disabled') &&
        !isRepeated(control),
    );
    for (const [index, control] of controls.entries()) control.dataset['stop'] = String(index);
    return controls.map((control) => control.outerHTML.slice(0, 120));
  });
}

async function tabThrough(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  // The search box of the home page takes the focus once the page is there.
  const first = page.locator('[data-autofocus] input');
  if ((await first.count()) > 0) await expect(first).toBeFocused();
  // From the top again: where the focus was last is where Tab would go on from, even after it was left.
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
  });
  for (let tries = 0; tries < MOST_STOPS; tries++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(lookAtFocus);
    if (stop === undefined) return stops;
    // A field for a day has stops of its own within it, with the browser's own ring.
    if (stop.index < 0 || stop.index !== stops.at(-1)?.index) stops.push(stop);
  }
  throw new Error(`After ${MOST_STOPS} times Tab the focus is still in the page.`);
}

/** Runs in the page. WCAG 2.4.7, 2.4.11 (and 2.4.12, which is stricter) and 1.4.11 for the ring. */
function lookAtFocus(): Stop | undefined {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return undefined;
  const wrong: string[] = [];
  // A field that is one with its button has the ring around both.
  const ringed = (focused.matches('.search input') && focused.parentElement) || focused;
  const style = getComputedStyle(ringed);

  if (style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) < 2) wrong.push('no ring');
  const ring = contrast(pixelOf(style.outlineColor), groundOf(ringed.parentElement));
  if (ring < 3) wrong.push(`a ring of contrast ${ring.toFixed(2)}`);

  const [box = new DOMRect()] = focused.getClientRects();
  const inset = 4;
  const points = [
    [box.left + box.width / 2, box.top + box.height / 2],
    [box.left + inset, box.top + inset],
    [box.right - inset, box.top + inset],
    [box.left + inset, box.bottom - inset],
    [box.right - inset, box.bottom - inset],
  ] as const;
  const seen = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
  if (seen.length === 0) wrong.push('out of sight');
  for (const [x, y] of seen) {
    const top = document.elementFromPoint(x, y);
    if (top && isOpaqueOver(top, focused))
      wrong.push(`covered at ${Math.round(x)}, ${Math.round(y)} by ${top.outerHTML.slice(0, 100)}`);
  }
  return { what: focused.outerHTML.slice(0, 120), index: Number(focused.dataset['stop'] ?? -1), wrong };

  /** Letters that reach into the room around a link hide nothing; a ground, a picture or a control does. */
  function isOpaqueOver(top: Element, control: Element): boolean {
    if (control.contains(top)) return false;
    for (let each: Element | null = top; each && !each.contains(control); each = each.parentElement) {
      if ((pixelOf(getComputedStyle(each).backgroundColor)[3] ?? 0) > 0) return true;
      if (each.matches('a, button, input, select, textarea, summary, img, svg, video, iframe')) return true;
    }
    return false;
  }

  function groundOf(element: Element | null): number[] {
    for (let each = element; each; each = each.parentElement) {
      const ground = pixelOf(getComputedStyle(each).backgroundColor);
      if (ground[3] === 255) return ground;
    }
    return [255, 255, 255, 255];
  }

  function pixelOf(color: string): number[] {
    const pen = new OffscreenCanvas(1, 1).getContext('2d');
    if (!pen) return [];
    pen.fillStyle = color;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  }

  function contrast(one: number[], other: number[]): number {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  function luminance(pixel: number[]): number {
    const [red = 0, green = 0, blue = 0] = pixel.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
}
