import type { Acts } from './weigh.ts';

export const HANDRAIL_ACTS: Acts = {
  search: async (page, word) => {
    await page.getByRole('combobox').first().click();
    await page.keyboard.type(word);
    await page.getByRole('option').first().waitFor();
  },
  vote: async (page) => {
    const taken = page.waitForResponse((response) => response.url().endsWith('/api/votes'));
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    await taken;
  },
};

export const STARLIGHT_ACTS: Acts = {
  search: async (page, word) => {
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('textbox').fill(word);
    await page.locator('.pagefind-ui__result').first().waitFor();
  },
};
