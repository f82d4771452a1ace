import type { Page } from '@playwright/test';
import { signedIn } from '../members.ts';
import { asked } from '../requests.ts';

/** One page of each kind, and how one gets there: what no engine sees is tried on these. */
export const KINDS_OF_PAGES: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  home: (page) => page.goto('/'),
  topic: (page) => page.goto('/topics/files/'),
  product: (page) => page.goto('/products/sync/'),
  'article with steps and a film': (page) => page.goto('/articles/restore-a-file/'),
  'article with choices': (page) => page.goto('/articles/computer-will-not-start/'),
  'article with tables': (page) => page.goto('/articles/ports-and-limits/'),
  'article with code': (page) => page.goto('/articles/roll-out-sync-by-policy/4.2/'),
  incident: (page) => page.goto('/articles/incident-2026-11-slow-shared-folders/'),
  'answers to a search': async (page) => {
    await page.goto('/search/?q=printer');
    await page.getByRole('region', { name: 'Results' }).getByRole('listitem').first().waitFor();
  },
  form: async (page) => {
    await page.goto('/articles/restore-a-file/talk/?version=5&audience=home&step=1');
    // What only the browser knows stands there once somebody touches the form.
    await page.getByLabel('Your name').focus();
    await page.locator('input[name=keep][value=browser]').waitFor();
  },
  'status page': async (page) => page.goto((await asked()).statusUrl),
  'page for what is not there': (page) => page.goto('/no-such-page/'),
  'sign-in': (page) => page.goto('/desk/sign-in/'),
  inbox: async (page) => {
    await asked();
    await signedIn(page, 'admin');
    await page.goto('/desk/');
  },
  'request at the desk': async (page) => {
    await signedIn(page, 'admin');
    await page.goto(`/desk/requests/${(await asked()).reference}/`);
  },
};

/** Opens all that folds, also what is otherwise open one at a time. */
export async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) {
      details.removeAttribute('name');
      details.open = true;
    }
  });
}

/** Adds rules as a reader's own style sheet does, which no policy of the page forbids. */
export async function withReadersStyle(page: Page, css: string): Promise<void> {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
  }, css);
}
