import type { Page } from '@playwright/test';
import { movesOn, noteMoves } from './moves.ts';
import { expect, test } from './test.ts';

const CLIP = 'Get back an earlier copy of a file';
const FILM = 'Test picture and sound with a film';

test.describe('with JavaScript', () => {
  test('play shows the film with captions, and the words follow it', async ({ page }) => {
    await page.goto('/articles/restore-a-file/');
    const video = clip(page);
    await expect(video.locator('video')).toHaveCount(0);

    await video.getByRole('link', { name: `Watch it “${CLIP}”` }).click();

    await expect(video.locator('video')).toBeFocused();
    await expect.poll(() => secondOf(page)).toBeGreaterThan(0.5);
    expect(await page.evaluate(() => document.querySelector('video')?.textTracks[0]?.mode)).toBe('showing');
    await video.getByText('Read it instead').click();
    await expect(video.locator('.cue[aria-current]')).toHaveCount(1);
  });

  test('an admin sees the admin cut of the video, and a reader of 4.2 another one', async ({ page }) => {
    const sources: (string | null)[] = [];

    for (const address of ['', 'for-admin/', '4.2/']) {
      await page.goto(`/articles/restore-a-file/${address}`);
      sources.push(
        await clip(page)
          .getByRole('link', { name: /^Watch it/ })
          .getAttribute('href'),
      );
    }

    expect(new Set(sources).size).toBe(3);
  });

  test('an address with a moment plays the film from there', async ({ page }) => {
    const beganAt = await noteBeginning(page);
    const { second, anchor } = await cueOf(page, '/articles/restore-a-file/', 5);
    // The film goes on to other words while we look, so these are looked for before they can come.
    const words = page.locator(`.cue[data-second="${second}"][aria-current="true"]`).waitFor({ state: 'attached' });

    await page.goto(`/articles/restore-a-file/?again#${anchor}`);

    await words;
    // It may have gone on a little before that was told, and no film that plays from 0:00 is that far by then.
    await expect.poll(beganAt).toBeGreaterThan(second - 0.5);
    await expect(clip(page)).toBeInViewport();
  });

  test('a chapter, the time of a paragraph and a sentence lead to their second, by keyboard too', async ({ page }) => {
    await page.goto('/articles/restore-a-file/');
    const video = clip(page);
    const chapter = video
      .getByRole('list', { name: `Chapters of “${CLIP}”` })
      .getByRole('link')
      .nth(2);
    const second = Number(await chapter.getAttribute('data-second'));

    await chapter.focus();
    await page.keyboard.press('Enter');
    await expect(chapter).toHaveAttribute('aria-current', 'true');
    await expect.poll(() => secondOf(page)).toBeGreaterThan(second);
    await expect(page).toHaveURL(new RegExp(`#v-restore-a-file-${Math.floor(second)}$`));

    await video.getByText('Read it instead').focus();
    await page.keyboard.press('Enter');
    await video.getByRole('link', { name: '0:00', exact: true }).last().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => secondOf(page)).toBeLessThan(second - 1);

    const last = video.locator('.cue').last();
    await last.click();
    await expect
      .poll(() => secondOf(page))
      .toBeGreaterThanOrEqual(Number(await last.getAttribute('data-second')) - 0.3);
  });

  test('the speed can be chosen', async ({ page }) => {
    await page.goto('/articles/restore-a-file/');
    await expect(page.getByLabel('Speed')).toBeHidden();
    await clip(page)
      .getByRole('link', { name: /^Watch it/ })
      .click();

    await page.getByLabel('Speed').selectOption('1.5 ×');

    expect(await page.evaluate(() => document.querySelector('video')?.playbackRate)).toBe(1.5);
  });

  test('what was watched goes along to a person, as a sentence that can be struck out', async ({ page }) => {
    await page.goto('/articles/restore-a-file/');
    const chapter = clip(page)
      .getByRole('list', { name: /^Chapters/ })
      .getByRole('link')
      .nth(1);
    await chapter.click();
    // A player tells where it is four times a second.
    const watched = Number(await chapter.getAttribute('data-second')) + 0.5;
    await expect.poll(() => secondOf(page)).toBeGreaterThan(watched);

    await page.getByRole('button', { name: 'Talk to a person' }).click();

    await expect(
      page.getByRole('checkbox', { name: new RegExp(`^You watched “${CLIP}” up to 0:\\d\\d\\.$`) }),
    ).toBeChecked();
  });

  test('a film of another site is asked for on play, and never by its address', async ({ page, meant }) => {
    meant.push(/third party: https:\/\/www\.youtube-nocookie\.com\//);
    const asked: string[] = [];
    await page.route('https://www.youtube-nocookie.com/**', (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Film</title>' });
    });
    await page.goto('/articles/screen-stays-dark/#v-picture-and-sound-test-7');
    const film = page.getByRole('figure', { name: FILM, exact: true });
    await expect(film.getByText('YouTube, which hears of you only when you press play')).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(film.getByRole('link', { name: `Watch it from 0:07 “${FILM}”` })).toBeFocused();
    expect(asked).toEqual([]);

    await page.keyboard.press('Enter');

    await expect(page.getByTitle(FILM)).toBeFocused();
    await expect.poll(() => asked).toHaveLength(1);
    expect(asked[0]).toMatch(/\/embed\/aqz-KE-bpKQ\?autoplay=1&.*start=7$/);
  });

  test('words that are spoken only in a video are found, and open it at the second', async ({ page }) => {
    const beganAt = await noteBeginning(page);
    const { second, words } = await cueOf(page, '/articles/computer-will-not-start/', 4);
    await page.goto(`/search/?q=${encodeURIComponent(words)}&product=mini`);
    const hit = page
      .getByRole('main')
      .getByRole('link', { name: /^In the video, at \d+:\d\d$/ })
      .first();

    await hit.click();

    await expect(page).toHaveURL(/\/articles\/computer-will-not-start\/.*#v-computer-will-not-start-\d+$/);
    await expect.poll(beganAt).toBeGreaterThan(second - 0.5);
  });

  test('the title of such a result leads to that second too', async ({ page }) => {
    const { words } = await cueOf(page, '/articles/computer-will-not-start/', 4);
    await page.goto(`/search/?q=${encodeURIComponent(words)}&product=mini`);
    const spoken = page.locator('.result').filter({ hasText: /In the video, at \d+:\d\d/ });

    await spoken.first().getByRole('heading').getByRole('link').click();

    await expect(page).toHaveURL(/#v-computer-will-not-start-\d+$/);
  });

  test('the search box leads to that second too', async ({ page }) => {
    const beganAt = await noteBeginning(page);
    const { second, words } = await cueOf(page, '/articles/computer-will-not-start/', 4);
    await page.getByRole('combobox').fill(words);

    await page
      .getByRole('option')
      .filter({ hasText: /In the video, at \d+:\d\d/ })
      .first()
      .click();

    await expect(page).toHaveURL(/#v-computer-will-not-start-\d+$/);
    await expect.poll(beganAt).toBeGreaterThan(second - 0.5);
  });

  test('a film that cannot be played says so and gives its words', async ({ page, meant }) => {
    meant.push(/status of 404/);
    await page.route(/\/videos\/.*\.(webm|mp4)$/, (route) => route.fulfill({ status: 404 }));
    await page.goto('/articles/restore-a-file/');

    await clip(page)
      .getByRole('link', { name: /^Watch it/ })
      .click();

    await expect(clip(page).getByRole('status')).toHaveText(/cannot be played here/);
    await expect(clip(page).locator('.cue').first()).toBeVisible();
  });
});

test.describe('for those who would rather read', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('with reduced motion the words are open, and an address leads to them and plays nothing', async ({ page }) => {
    const { anchor } = await cueOf(page, '/articles/restore-a-file/', 5);

    await page.goto(`/articles/restore-a-file/?again#${anchor}`);

    await expect(page.locator(`#${anchor}`)).toBeInViewport();
    await expect(page.locator(`#${anchor}`)).toHaveAttribute('aria-current', 'true');
    await expect(page.locator('video')).toHaveCount(0);
    await expect(clip(page).getByRole('link', { name: /^Watch it from 0:\d\d/ })).toBeVisible();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the transcript is there to read, a moment is a place in it, and the poster leads to the file', async ({
    page,
  }) => {
    const { anchor } = await cueOf(page, '/articles/restore-a-file/', 5);

    await page.goto(`/articles/restore-a-file/?again#${anchor}`);

    await expect(page.locator(`#${anchor}`)).toBeInViewport();
    await expect(clip(page).getByRole('link', { name: `Watch it “${CLIP}”` })).toHaveAttribute(
      'href',
      /^\/videos\/restore-a-file\..*\.webm$/,
    );
  });
});

test('nothing jumps while a page with a video loads', async ({ page }) => {
  await noteMoves(page);

  await page.goto('/articles/restore-a-file/');
  await expect(clip(page)).toHaveAttribute('data-ready', '');

  expect(await movesOn(page)).toEqual([]);
});

function clip(page: Page) {
  return page.getByRole('figure', { name: CLIP, exact: true });
}

/** Where the film is; −1 until it plays, when `currentTime` is what was asked for. */
async function secondOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const video = document.querySelector('video');
    return video?.played.length ? video.currentTime : -1;
  });
}

/**
 * From now on notes where the film first plays on each page that is opened; −1 until it does. Browsers count as played
 * what was skipped before that, so it cannot be asked for afterwards.
 */
async function noteBeginning(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const note = ({ target }: Event) => Object.assign(globalThis, { began: (target as HTMLVideoElement).currentTime });
    document.addEventListener('playing', note, { capture: true, once: true });
  });
  return () => page.evaluate(() => (globalThis as { began?: number }).began ?? -1);
}

/** A cue of the video of an article, as the page shows it. */
async function cueOf(page: Page, address: string, index: number) {
  await page.goto(address);
  const cue = page.locator('.cue[id]').nth(index);
  return {
    anchor: (await cue.getAttribute('id')) ?? '',
    second: Number(await cue.getAttribute('data-second')),
    words: (await cue.textContent()) ?? '',
  };
}
