import { globSync, readFileSync } from 'node:fs';
import type { APIRequestContext } from '@playwright/test';
import { asked } from '../requests.ts';
import { expect, test } from '../test.ts';

/** Words that say nothing of where a link leads, unless one has read what stands before it. */
const VAGUE = /^(here|click here|more|read more|learn more|link|this|this page|details|continue)$/i;

test('the ways to a person, the search box and the name stand in the same order on every page', async ({ request }) => {
  const all = [...pages(), ...(await pagesOnDemand(request))];

  const headOf = ({ html }: BuiltPage) => withoutAddresses(part(html, 'header class="top"', 'header'));
  const heads = new Set(all.map(headOf));
  // The form is what the way leads to.
  const others = new Set(all.filter(({ file }) => !isForm(file)).map(headOf));
  const feet = new Set(all.map(({ html }) => withoutAddresses(part(html, 'footer', 'footer'))));

  // With the small search box, without it where there is a large one, and without the way to the form at the form.
  expect(heads.size).toBeLessThanOrEqual(3);
  expect([...heads].every((head) => isInOrder(head, ['class="skip"', 'class="name"']))).toBe(true);
  expect([...others].filter((head) => !isInOrder(head, ['class="name"', 'class="talk"']))).toEqual([]);
  expect(feet.size).toBe(1);
  expect(isInOrder([...feet][0] ?? '', ['href="tel:', 'href="mailto:'])).toBe(true);
});

test('every page has a title of its own, one first heading, its language and its direction', () => {
  const titles = pages().map(({ html }) => /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '');

  expect(titles.filter((title, index) => title === '' || titles.indexOf(title) !== index)).toEqual([]);
  for (const { file, html } of pages()) {
    expect.soft(html.match(/<h1[\s>]/g)?.length, file).toBe(1);
    expect.soft(html, file).toMatch(/<html lang="en(-[A-Z]+)?" dir="ltr"/);
  }
});

test('the words of every film stand there in the language of its captions', () => {
  const languages = pages().flatMap(({ html }) =>
    [...html.matchAll(/<div class="words"([^>]*)>/g)].map(
      ([, attributes = '']) => / lang="([^"]*)"/.exec(attributes)?.[1],
    ),
  );

  // Whose captions are in files that end in .en.vtt.
  expect(languages.length).toBeGreaterThan(5);
  expect(new Set(languages)).toEqual(new Set(['en']));
});

test('no link is called “here” or “more”', () => {
  const vague = pages().flatMap(({ file, html }) =>
    [...html.matchAll(/<a\s[^>]*>([^]*?)<\/a>/g)]
      .map(([, words = '']) => words.replaceAll(/<[^>]*>/g, '').trim())
      .filter((words) => words === '' || VAGUE.test(words))
      .map((words) => `${file}: “${words}”`),
  );

  expect(vague).toEqual([]);
});

test('nothing plays, moves or goes on by itself, and nothing hides in a tooltip', () => {
  const styles = globSync('dist/client/_astro/**/*.css').map((file) => ({ file, html: readFileSync(file, 'utf8') }));

  for (const { file, html } of [...pages(), ...styles]) {
    expect.soft(html, file).not.toMatch(/<(marquee|blink)\b|\sautoplay\b|animation[^;}]*infinite/);
    expect.soft(html, file).not.toMatch(/orientation\s*:\s*(portrait|landscape)/);
    expect.soft(html, file).not.toMatch(/<(?!iframe|link|abbr)[a-z0-9]+\s(?:[^>]*\s)?title="/);
  }
});

type BuiltPage = { file: string; html: string };

/** All pages of the build, but for those that only lead on to another one. */
function pages(): BuiltPage[] {
  return globSync('dist/client/**/*.html')
    .map((file) => ({ file, html: readFileSync(file, 'utf8') }))
    .filter(({ html }) => !/<meta http-equiv="refresh"/.test(html));
}

/** One of each kind that the server makes for whoever asks, as it is where nobody wrote before. */
async function pagesOnDemand(request: APIRequestContext): Promise<BuiltPage[]> {
  const { statusUrl } = await asked();
  const paths = ['/talk/', '/articles/share-a-folder/talk/?version=5', '/search/?q=printer', statusUrl, '/nowhere/'];
  return Promise.all(
    paths.map(async (file) => {
      const response = await request.get(file);
      const html = await response.text();
      expect(html, file).toMatch(/<header class="top"[^]*<footer/);
      return { file, html };
    }),
  );
}

function isForm(path: string): boolean {
  return /\/talk\/(\?|$)/.test(path);
}

function part(html: string, from: string, to: string): string {
  return html.slice(html.indexOf(`<${from}`), html.indexOf(`</${to}>`, html.indexOf(`<${from}`)));
}

/** What stands there, but for where it leads and what goes along. */
function withoutAddresses(html: string): string {
  return html
    .replaceAll(/\s(?:value|action|aria-current|data-[\w-]+)(?:="[^"]*")?/g, '')
    .replaceAll(/(href="(?!tel:|mailto:))[^"]*"/g, '$1"')
    .replaceAll(/<input type="hidden"[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ');
}

function isInOrder(html: string, parts: readonly string[]): boolean {
  const places = parts.map((each) => html.indexOf(each));
  return places.every((place, index) => place >= 0 && place >= (places[index - 1] ?? 0));
}
