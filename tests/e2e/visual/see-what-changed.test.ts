import type { Page } from '@playwright/test';
import { withReadersStyle } from '../access/kinds-of-pages.ts';
import { lookAs } from './look-as.ts';
import { expect, test } from './test.ts';

const KEPT = 'desk-sign-in-1280-light.png';

/** Small ones: the smaller a change, the more it needs a test to be seen. */
const CHANGES: Readonly<Record<string, string>> = {
  'two words that have moved by two pixels': 'main a { position: relative; inset-inline-start: 2px }',
  'a hairline that has moved by two pixels': 'input:first-of-type { margin-block: 2px -2px }',
  'a button two pixels lower': 'main form button { position: relative; inset-block-start: 2px }',
  'another colour of a word': 'label[for="email"] { color: #5d574e }',
  'paper of another shade': ':root { --paper: #f4f1e8 }',
};

for (const [change, css] of Object.entries(CHANGES)) {
  test(`it is seen: ${change}`, async ({ page }) => {
    await openAsKept(page);
    await expect(lookAs(KEPT, page, undefined)).resolves.toBeUndefined();

    await withReadersStyle(page, css);

    await expect(lookAs(KEPT, page, undefined)).rejects.toThrow(/toHaveScreenshot/);
  });
}

async function openAsKept(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/desk/sign-in/');
}
