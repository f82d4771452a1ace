import { fileOf, THEMES, WIDTHS } from './kept-screens.ts';
import { lookAs } from './look-as.ts';
import { SCREENS } from './screens.ts';
import { expect, test } from './test.ts';

for (const [name, screen] of Object.entries(SCREENS)) {
  test(`it looks as before: ${name}`, async ({ page, filled, meant }) => {
    meant.push(/status of (404|422)/);
    test.setTimeout(120_000);
    await page.setViewportSize({ width: WIDTHS[0], height: 800 });
    await screen.open(page, filled);

    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of THEMES[width]) {
        await page.emulateMedia({ colorScheme });
        await lookAs(fileOf(name, width, colorScheme), page, screen.part, expect.soft);
      }
    }
  });
}
