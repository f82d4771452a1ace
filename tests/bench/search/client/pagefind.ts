import type { Ask } from './ask.ts';

type Pagefind = {
  search: (text: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
};

const INDEX = '/pagefind-as-it-comes/';

/** As Pagefind's own search box does: the text goes to it as typed, and what is shown is fetched. */
const ask: Ask = async (question) => {
  const pagefind = (await import(/* @vite-ignore */ `${INDEX}pagefind.js`)) as Pagefind;
  const { results } = await pagefind.search(question);
  const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return pages.map(({ url }) => url.split('/').filter(Boolean).at(-1) ?? '');
};

Object.assign(window, { ask });
