import type { Page } from '@playwright/test';
import { test } from './arabic-site.ts';
import { expect } from './test.ts';

// One site for all: it is built once, by one worker.
test.describe.configure({ mode: 'default' });
test.use({ locale: 'ar-EG', timezoneId: 'Africa/Cairo' });

const WIDTHS = [360, 1280];
const HOW_TO = '/articles/restore-a-file/';
const PAGES = [
  '/',
  '/products/sync/',
  '/topics/files/',
  HOW_TO,
  `${HOW_TO}4.2/`,
  `${HOW_TO}for-admin/`,
  '/articles/sync-does-not-connect/',
  '/articles/how-snapshots-work/',
  '/articles/sync-error-codes/',
  '/articles/incident-2026-11-slow-shared-folders/',
  '/articles/incident-2026-09-late-snapshots/',
  '/search/',
  `/search/?q=${encodeURIComponent('استعادة ملف')}`,
  '/talk/',
  `${HOW_TO}talk/`,
  '/offline/',
];

/** What is written in Latin letters in Arabic too: names, addresses, keys, codes, and the command that is shown. */
const NAMES =
  /Northlight Sync|Sync( \d+(\.\d+)?)?|Handrail|JavaScript|Chrome( \d+)?|Linux|Ctrl|\bH\b|[\w.]*@?[\w-]+\.example|NL-\d*|nlctl policy (status|refresh)( --verbose)?|\+20 2 5550 1234/g;

for (const width of WIDTHS) {
  test(`every public page is in Arabic, from right to left, and no wider than ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const address of PAGES) {
      await test.step(address, async () => {
        await page.goto(address);

        await expect(page.locator('html')).toHaveAttribute('lang', 'ar-EG');
        await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        expect(await foreignWords(page)).toEqual([]);
      });
    }
  });
}

test('a page that is not there says so in Arabic', async ({ page, meant }) => {
  meant.push(/404/);

  await page.goto('/no-such-page/');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('لا توجد صفحة في هذا العنوان');
  expect(await foreignWords(page)).toEqual([]);
});

test('an article is set as in a mirror', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });

  await page.goto(HOW_TO);

  const text = await placeOf(page, '.body > p, .body > h2');
  const [name, find, talk] = [await placeOf(page, '.name'), await placeOf(page, '.find'), await placeOf(page, '.talk')];
  expect(name.left).toBeGreaterThan(find.right);
  expect(find.left).toBeGreaterThan(talk.right);
  expect((await placeOf(page, '.contents')).left).toBeGreaterThan(text.right);
  expect((await placeOf(page, '.tick')).left).toBeGreaterThanOrEqual((await placeOf(page, '.step')).right);
  expect((await placeOf(page, '.tick')).left).toBeGreaterThanOrEqual(text.right);
  expect((await placeOf(page, '.field button')).right).toBeLessThanOrEqual(
    (await placeOf(page, '.field input')).left + 1,
  );
  expect(await styleOf(page, '.short', 'borderRightWidth')).not.toBe('0px');
  expect(await styleOf(page, '.short', 'borderLeftWidth')).toBe('0px');
});

test('the focus goes from right to left, as the eye does', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(HOW_TO);
  const places: number[] = [];

  for (let stop = 0; stop < 5; stop += 1) {
    await page.keyboard.press('Tab');
    places.push(await page.evaluate(() => document.activeElement?.getBoundingClientRect().right ?? 0));
  }

  // The way past the head is first; then come the name, the search with its button, and the way to a person.
  expect(places.slice(1)).toEqual(places.slice(1).toSorted((a, b) => b - a));
});

test('numbers, days and times have the digits of the language', async ({ page }) => {
  await page.goto(HOW_TO);

  await expect(page.locator('.switcher time')).toHaveText('٢ نوفمبر ٢٠٢٦');
  await expect(page.locator('.video .chapters a').nth(1)).toContainText('٠:٠٩');
  await expect(page.locator('.foot')).toContainText('من الأحد إلى الخميس، من ٠٩:٠٠ إلى ١٧:٣٠');
  await expect(page.locator('.foot')).toContainText('توقيت مصر');
  expect(
    await page
      .locator('.tick')
      .first()
      .evaluate((tick) => getComputedStyle(tick, '::before').content),
  ).toBe('counter(step, arabic-indic)');
  await page.goto('/articles/incident-2026-11-slow-shared-folders/');
  await expect(page.locator('.incident-state time')).toHaveText('٢٠ نوفمبر ٢٠٢٦، الساعة ٠٤:٢٠ م، توقيت مصر');
});

test('names, numbers and commands keep their order within the sentence', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });

  await page.goto(`${HOW_TO}for-admin/`);

  for (const { selector, text } of [
    { selector: '.foot a[href^="tel:"]', text: '+20 2 5550 1234' },
    { selector: '.foot a[href^="mailto:"]', text: 'help@northlight.example' },
    { selector: '.switcher summary', text: 'Sync 5' },
    { selector: '.steps li:nth-child(3)', text: 'Ctrl' },
    { selector: '.body pre', text: '--verbose' },
  ]) {
    const { first, last } = await endsOf(page, selector, text);
    expect(first, text).toBeLessThan(last);
  }
  const [key, other] = [await placeOf(page, 'kbd:nth-of-type(1)'), await placeOf(page, 'kbd:nth-of-type(2)')];
  expect(key.left).toBeLessThan(other.left);
  await page.goto('/articles/sync-error-codes/');
  const code = await endsOf(page, '.body td', 'NL-1042');
  expect(code.first).toBeLessThan(code.last);
});

test('search finds whole words as they are typed, and opens below its field', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(HOW_TO);
  const field = page.getByRole('combobox', { name: 'ما الذي تحتاج إليه؟' });

  await field.fill('اللقطات');

  await expect(page.getByRole('option', { name: /كيف تعمل اللقطات في Sync/ })).toBeVisible();
  const popup = await placeOf(page, '[role="listbox"]');
  const box = await placeOf(page, '.find');
  expect(popup.right).toBeLessThanOrEqual(box.right + 1);
  expect(popup.right).toBeGreaterThan(box.right - 40);
  expect(await foreignWords(page)).toEqual([]);
});

test('search does without marks above letters, and mends a typing error', async ({ page }) => {
  for (const typed of ['أولا', 'اولا', 'NL-1107', 'استعاده']) {
    await page.goto(`/search/?q=${encodeURIComponent(typed)}`);

    await expect(page.locator('.result').first()).toBeVisible();
    expect(await foreignWords(page), typed).toEqual([]);
  }
});

test('a field runs as its page until something is typed, then as what is typed', async ({ page }) => {
  await page.goto('/talk/');

  for (const name of ['ما الذي يحدث، وما الذي تحتاج إليه؟', 'اسمك']) {
    const field = page.getByRole('textbox', { name });
    await expect(field).toHaveAttribute('dir', 'auto');
    await expect(field).toHaveCSS('direction', 'rtl');
    await expect(field).toHaveCSS('unicode-bidi', 'plaintext');
  }
  await expect(page.getByRole('textbox', { name: 'بريدك الإلكتروني' })).toHaveAttribute('dir', 'ltr');
});

test('a reader says no, reaches a person, and the desk reads their words in their direction', async ({
  page,
  site,
  meant,
}) => {
  meant.push(/422/);
  const said = 'القائمة غير موجودة في Sync 5!';
  await page.goto(HOW_TO);
  await page.getByRole('button', { name: 'لا', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'فلنعرف ما الذي ينقص' })).toBeVisible();
  expect(await foreignWords(page)).toEqual([]);
  await page.goto(`${HOW_TO}talk/`);
  await page.getByRole('textbox', { name: 'ما الذي يحدث، وما الذي تحتاج إليه؟' }).fill(said);
  await page.getByRole('textbox', { name: 'اسمك' }).fill('ليلى');
  await page.getByRole('button', { name: 'أرسل إلى إنسان' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'ليس لدينا عنوان نجيب عليه.' })).toBeVisible();
  await page.getByRole('textbox', { name: 'بريدك الإلكتروني' }).fill('layla@example.com');
  await page.getByRole('button', { name: 'أرسل إلى إنسان' }).click();
  await expect(page.getByRole('heading', { name: /وصلتنا رسالتك/ })).toBeVisible();
  const reference = (await page.locator('.reference').textContent()) ?? '';

  await page.getByRole('link', { name: 'انظر أين وصل طلبك' }).click();

  await expect(page.getByRole('heading', { name: 'ما حدث حتى الآن' })).toBeVisible();
  expect(await foreignWords(page, [reference])).toEqual([]);
  await page.goto(site.addAgent());
  await page.getByLabel('New password').fill('four words in a row');
  await page.getByRole('button', { name: 'Set it and sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/desk/sign-in/'));
  await page.goto(`/desk/requests/${reference}/`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(page.getByText(said)).toHaveCSS('direction', 'rtl');
});

/** Words in Latin letters, and European digits, of all that somebody sees or hears, but for `NAMES` and `others`. */
async function foreignWords(page: Page, others: readonly string[] = []): Promise<string[]> {
  const said = await page.evaluate(() => {
    const attributes = ['aria-label', 'aria-description', 'placeholder', 'alt', 'title'];
    const told = [...document.body.querySelectorAll(attributes.map((name) => `[${name}]`).join())].flatMap((element) =>
      attributes.map((name) => element.getAttribute(name) ?? ''),
    );
    const description = document.querySelector('meta[name="description"]')?.getAttribute('content') ?? '';
    return [document.title, description, document.body.innerText, ...told].join('\n');
  });
  const rest = others.reduce((text, other) => text.replaceAll(other, ''), said).replaceAll(NAMES, '');
  return rest.match(/[A-Za-z]{2,}|\d+/g) ?? [];
}

async function placeOf(page: Page, selector: string): Promise<{ left: number; right: number }> {
  const place = await page.locator(selector).first().boundingBox();
  if (!place) throw new Error(`Nothing is shown for ${selector}.`);
  return { left: place.x, right: place.x + place.width };
}

async function styleOf(page: Page, selector: string, name: 'borderRightWidth' | 'borderLeftWidth'): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((element, style) => getComputedStyle(element)[style], name);
}

/** Where the first and the last letter of `text` stand, from the left, in the first element that holds all of it. */
async function endsOf(page: Page, selector: string, text: string): Promise<{ first: number; last: number }> {
  return page
    .locator(selector)
    .filter({ hasText: text })
    .first()
    .evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const placeAt = (offset: number) => {
          const letter = document.createRange();
          letter.setStart(node, offset);
          letter.setEnd(node, offset + 1);
          return letter.getBoundingClientRect().left;
        };
        return { first: placeAt(at), last: placeAt(at + wanted.length - 1) };
      }
      throw new Error(`"${wanted}" does not stand in one piece.`);
    }, text);
}
