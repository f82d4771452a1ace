import type { Page } from '@playwright/test';
import { siteDatabase } from './site-database.ts';
import { triedSince } from './test.ts';

/** Fills the form that reaches a person, and leaves it unsent. */
export async function fillForm(page: Page, message: string): Promise<void> {
  await page.getByLabel('What happens, and what do you need?').fill(message);
  await page.getByLabel('Your name').fill('A customer');
  await page.getByLabel('Your e-mail address').fill('customer@example.com');
}

/** Opens the form at the foot of the article that is shown, and fills it. */
export async function writeTo(page: Page, message: string): Promise<void> {
  await page.getByRole('button', { name: 'Talk to a person' }).click();
  await fillForm(page, message);
}

/** Idempotency-Keys of the escalations with this message that the server took from this test, as they are on disk. */
export function keysInStore(message: string): string[] {
  using store = siteDatabase({ readOnly: true });
  const rows = store
    .prepare('SELECT idempotency_key AS key FROM escalations WHERE message = ? AND opened_at >= ?')
    .all(message, triedSince());
  return rows.map(({ key }) => String(key));
}

/** The keys under which the page sends, gathered as it goes. */
export function keysSentBy(page: Page): string[] {
  const keys: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/escalations')) keys.push(request.headers()['idempotency-key'] ?? 'none');
  });
  return keys;
}
