import { expect, test } from '../test.ts';
import { KINDS_OF_PAGES } from './kinds-of-pages.ts';

const SHORTEST_ANNOYANCE_S = 0.2;

for (const [kind, open] of Object.entries(KINDS_OF_PAGES)) {
  test(`${kind}: whoever wants less motion gets none, and nobody more than a fifth of a second of it`, async ({
    page,
    meant,
  }) => {
    if (kind === 'page for what is not there') meant.push(/status of 404/);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await open(page);

    const usual = await page.evaluate(longestMotionS);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const reduced = await page.evaluate(longestMotionS);

    expect(usual).toBeLessThanOrEqual(SHORTEST_ANNOYANCE_S);
    expect(reduced).toBe(0);
  });
}

/** Runs in the page. */
function longestMotionS(): number {
  return Math.max(
    ...[...document.querySelectorAll('*')].flatMap((element) =>
      [null, '::before', '::after', '::details-content', '::marker', '::placeholder'].flatMap((pseudo) => {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(element, pseudo);
        return [
          ...transitionDuration.split(','),
          ...(animationName === 'none' ? [] : animationDuration.split(',')),
        ].map((duration) => Number.parseFloat(duration) || 0);
      }),
    ),
  );
}
