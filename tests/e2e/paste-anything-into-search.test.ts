import { expect, test } from './test.ts';

const PASTED: Record<string, string> = {
  'one letter': 'p',
  'stop words only': 'how do I',
  'quotes and operators': '"disk full" AND -printer OR (sync*) ~2',
  HTML: '<img src=x onerror=alert(1)> disk <script>alert(2)</script>',
  'mixed scripts': 'принтер printer 打印机 طابعة',
  'a word of 900 letters': 'ä'.repeat(900),
  'half of a character': 'printer \ud83d',
  'control characters': 'printer\u0000\u202e\u200b disk',
};

for (const [what, text] of Object.entries(PASTED)) {
  test(`${what}: the box and the page of results answer in a sentence`, async ({ page }) => {
    page.on('dialog', () => expect(text, 'nothing that is pasted is run').toBe(''));
    await page.goto('/');
    const box = page.getByRole('combobox', { name: 'What do you need?' });
    await box.fill(text);
    await expect(page.locator('[data-popup] [data-hint] span')).not.toBeEmpty();

    await box.press('Enter');

    await expect(page).toHaveURL(/\/search\/\?q=/);
    const status = page.getByRole('region', { name: 'Results' }).getByRole('status');
    await expect(status).toContainText(/articles? for “|Nothing matches “/);
  });
}

test('emoji alone are met with what to type instead', async ({ page }) => {
  await page.goto('/search/?q=%F0%9F%99%82%F0%9F%99%82');

  const results = page.getByRole('region', { name: 'Results' });

  await expect(results.getByRole('status')).toContainText('to search for. Tell us in a few words');
  await expect(results.getByRole('link', { name: 'Talk to a person' })).toBeVisible();
});

test('an empty question leads to the topics', async ({ page }) => {
  await page.goto('/');

  await page.getByRole('button', { name: 'Search' }).click();

  await expect(page).toHaveURL('/search/?q=');
  await expect(page.getByRole('heading', { name: 'Or go another way' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Results' }).getByRole('status')).toBeEmpty();
});

for (const [script, letter] of [
  ['Latin', 'printer is offline and I wrote a letter about it. '],
  ['Chinese', '打印机离线了我写了一封信。'],
] as const) {
  test(`a ${script} letter of 10,000 characters is searched for by its beginning, and that is said`, async ({
    page,
  }) => {
    await page.goto('/');
    const box = page.getByRole('combobox', { name: 'What do you need?' });
    const text = letter.repeat(Math.ceil(10_000 / letter.length)).slice(0, 10_000);
    await box.fill(text);
    expect((await box.inputValue()).length).toBe(text.length);
    await expect(page.locator('[data-popup] [data-hint] span')).not.toBeEmpty();

    await box.press('Enter');

    await expect(page.getByText('we searched for what its beginning says')).toBeVisible();
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('HTML in a question stays text', async ({ page }) => {
    await page.goto(`/search/?q=${encodeURIComponent('<b>pritner</b> <script>alert(1)</script>')}&topic=<b>`);

    await expect(page.getByRole('main').locator('b, script:not([src])')).toHaveCount(0);
    await expect(page.getByText('<b>pritner</b>').first()).toBeVisible();
  });
});
