import type { Locator, Page } from '@playwright/test';
import { expect, test } from './test.ts';

test.describe('with the colours of the system', () => {
  test.use({ forcedColors: 'active' });

  test('buttons, fields and boxes have an edge or a ground that the system chose', async ({ page }) => {
    await page.goto('/articles/restore-a-file/talk/');

    const system = await systemColors(page);
    const main = await shadesOf(page.getByRole('button', { name: 'Send to a person' }));
    expect(main.backgroundColor).toBe(system['LinkText']);
    expect(main.color).toBe(system['Canvas']);
    const field = await shadesOf(page.getByLabel('Your name'));
    expect(field.borderColor).not.toBe(system['Canvas']);
    expect(Number.parseFloat(field.borderWidth)).toBeGreaterThanOrEqual(1);
    expect((await shadesOf(page.getByRole('checkbox').first())).appearance).toBe('auto');
  });

  test('where the focus is shows as a ring in a colour of the system', async ({ page }) => {
    await page.goto('/articles/restore-a-file/');
    const system = await systemColors(page);

    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab');

      // The field of a search is one with its button: the ring is around both.
      const ring = await shadesOf(page.locator(':focus:not(.search input), :has(> input:focus):is(.search *)'));
      expect(ring.outlineStyle).toBe('solid');
      expect(Number.parseFloat(ring.outlineWidth)).toBeGreaterThanOrEqual(2);
      expect(ring.outlineColor).not.toBe(system['Canvas']);
    }
  });

  test('the answer that was chosen, and the word that is spoken, are told by a line', async ({ page }) => {
    await page.goto('/articles/computer-will-not-start/');
    const choice = page
      .getByRole('group', { name: /What does the light/ })
      .locator('summary')
      .first();

    await choice.click();

    const sign = await choice.evaluate((summary) => getComputedStyle(summary, '::before').borderTopWidth);
    expect(sign).toBe('5px');
    const [word] = await page.locator('.cue').evaluateAll(([cue]) => {
      cue?.setAttribute('aria-current', 'true');
      return cue ? [getComputedStyle(cue).outlineStyle] : [];
    });
    expect(word).toBe('solid');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`by ${colorScheme === 'light' ? 'day' : 'night'}`, () => {
    test.use({ colorScheme });

    test('an unticked box is paper with an edge, and a ticked one is in the accent', async ({ page }) => {
      await page.goto('/articles/restore-a-file/');
      const box = page.getByRole('checkbox').first();
      const tokens = await page.evaluate(() => {
        const probe = document.body.appendChild(document.createElement('i'));
        const shown = (token: string) => {
          probe.style.color = `var(${token})`;
          return getComputedStyle(probe).color;
        };
        return { paper: shown('--paper-raised'), edge: shown('--line-strong'), accent: shown('--accent') };
      });

      const before = await shadesOf(box);
      await box.check();
      await page.mouse.move(0, 0);
      const after = await shadesOf(box);

      expect(before.backgroundColor).toBe(tokens.paper);
      expect(before.borderColor).toBe(tokens.edge);
      expect(after.backgroundColor).toBe(tokens.accent);
    });

    test('whoever asks for more contrast gets thicker lines and darker small print', async ({ page }) => {
      await page.goto('/articles/restore-a-file/');
      const usual = await mutedAndLine(page);

      await page.emulateMedia({ contrast: 'more' });

      const stronger = await mutedAndLine(page);
      expect(usual.line).toBe('1px');
      expect(stronger.line).toBe('2px');
      expect(stronger.muted).not.toBe(usual.muted);
    });
  });
}

async function shadesOf(element: Locator) {
  return element.evaluate((found) => {
    const style = getComputedStyle(found);
    return {
      appearance: style.appearance,
      backgroundColor: style.backgroundColor,
      borderColor: style.borderTopColor,
      borderWidth: style.borderTopWidth,
      color: style.color,
      outlineColor: style.outlineColor,
      outlineStyle: style.outlineStyle,
      outlineWidth: style.outlineWidth,
    };
  });
}

async function systemColors(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    const shown = ['Canvas', 'CanvasText', 'LinkText'].map((name) => {
      probe.style.color = name;
      return [name, getComputedStyle(probe).color];
    });
    probe.remove();
    return Object.fromEntries(shown);
  });
}

async function mutedAndLine(page: Page): Promise<{ muted: string; line: string }> {
  return page.getByRole('contentinfo').evaluate((foot) => ({
    muted: getComputedStyle(foot.querySelector('.muted') ?? foot).color,
    line: getComputedStyle(foot).borderTopWidth,
  }));
}
