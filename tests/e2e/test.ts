import { test as base, expect, type Page } from '@playwright/test';

/** Something that the browser complained of; any of these fails a test, unless the test says that it is meant. */
type Complaint = { what: string };

type Fixtures = {
  /** Complaints that are part of the story, such as a refused request: each is matched once, in any order. */
  meant: RegExp[];
  complaints: Complaint[];
  began: string;
};

let beganAt: string | undefined;

/** When this try of the test began: the store still has what an earlier one left. */
export function triedSince(): string {
  if (beganAt === undefined) throw new Error('Only a test that takes `test` from test.ts has begun.');
  return beganAt;
}

/** Playwright's `test`, in which a page that complains, or asks a third party for anything, fails. */
export const test = base.extend<Fixtures>({
  meant: async ({}, use) => use([]),
  complaints: [
    async ({ context, baseURL, meant }, use) => {
      const complaints: Complaint[] = [];
      const note = (what: string) => complaints.push({ what });
      context.on('page', (page) => listen(page, note));
      context.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (protocol.startsWith('http') && baseURL && origin !== new URL(baseURL).origin)
          note(`third party: ${request.url()}`);
      });
      await use(complaints);
      const unexpected = complaints
        .map(({ what }) => what)
        .filter((what) => !meant.some((pattern) => pattern.test(what)));
      // What a page still asks for when its test is over may end as it likes.
      for (const each of [context, ...context.pages()]) await each.unrouteAll({ behavior: 'ignoreErrors' });
      expect(unexpected).toEqual([]);
    },
    { auto: true },
  ],
  began: [
    async ({}, use) => {
      beganAt = new Date().toISOString();
      await use(beganAt);
      beganAt = undefined;
    },
    { auto: true },
  ],
});

function listen(page: Page, note: (what: string) => void): void {
  page.on('console', (message) => message.type() === 'error' && note(`console: ${message.text()}`));
  page.on('pageerror', ({ message }) => {
    // Chromium reports so when a page is there before it could fade in; the reader has it all the same.
    if (!/^(Transition was (aborted|skipped)|Skipped ViewTransition)/.test(message)) note(`error: ${message}`);
  });
  page.on('requestfailed', (request) => {
    // A page that is left stops what it was still fetching.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') note(`failed: ${request.method()} ${request.url()}`);
  });
}

export { expect };
