import type { APIRequestContext } from '@playwright/test';
import { expect, test } from './test.ts';

const MESSAGE = 'Only I may see that this is mine.';

test('the page of a request is kept nowhere, and its address is told to nobody', async ({ request }) => {
  const { reference, path } = await asked(request);

  const page = await request.get(path);

  const html = await page.text();
  expect([page.status(), page.headers()['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(page.headers()['cache-control']).toBe('no-store');
  expect(page.headers()['referrer-policy']).toBe('no-referrer');
  expect(html).toContain(reference);
  expect(html).toContain(MESSAGE);
  expect(html).toMatch(/<meta name="robots" content="noindex/);
});

test('an answer to a program is taken for nothing else', async ({ request }) => {
  const health = await request.get('/api/health');

  expect(health.headers()['content-type']).toBe('application/json');
  expect(health.headers()['x-content-type-options']).toBe('nosniff');
});

test('to look at a request changes nothing', async ({ request }) => {
  const { path } = await asked(request);

  const before = await (await request.get(path)).text();
  await request.head(path);
  const after = await (await request.get(path)).text();

  expect(withoutNonces(after)).toBe(withoutNonces(before));
});

test('half of a private address shows nothing', async ({ request }) => {
  const { path, reference } = await asked(request);

  const half = await request.get(path.replace(/.{8}\/$/, '/'));

  expect([half.status(), half.statusText()]).toEqual([404, 'Not Found']);
  expect(await half.text()).not.toContain(reference);
});

async function asked(request: APIRequestContext) {
  const response = await request.post('/api/escalations', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { channel: 'email', name: 'A customer', email: 'customer@example.com', message: MESSAGE },
  });
  const { reference, statusUrl } = (await response.json()) as { reference: string; statusUrl: string };
  return { reference, path: new URL(statusUrl).pathname };
}

/** Each page of a form is given out with a key of its own. */
function withoutNonces(html: string): string {
  return html.replace(/value="[\w.-]{20,}"/g, 'value=""');
}
