import type { Locator, Page } from '@playwright/test';
import { fillForm } from '../asked-for.ts';
import { seeAnswers, seeNoAnswer, seeSuggestions } from '../search-states.ts';
import { expect } from '../test.ts';
import type { Filled } from './stopped-server.ts';

/** Something that people see, and how one gets there. */
export type Screen = {
  open: (page: Page, filled: Filled) => Promise<unknown>;
  /** What is kept of it: all, its beginning where the rest is more of the same, what the window shows, or an element. */
  part?: 'beginning' | 'window' | ((page: Page) => Locator);
};

const INCIDENT = '/articles/incident-2026-11-slow-shared-folders/';

/** Each kind of page, and the states that change how it looks. */
export const SCREENS: Readonly<Record<string, Screen>> = {
  home: at('/'),
  topic: at('/topics/files/'),
  // Not that of Sync: it would look different from 1 February 2027 on, when a version loses its support.
  product: { ...at('/products/mini/'), part: 'beginning' },
  'how-to': at('/articles/restore-a-file/'),
  'how-to for a version that has ended': { ...at('/articles/restore-a-file/3/'), part: 'window' },
  troubleshooting: {
    open: async (page) => {
      await page.goto('/articles/computer-will-not-start/');
      await page.locator('.choice summary').first().click();
    },
    part: 'beginning',
  },
  reference: { ...at('/articles/ports-and-limits/'), part: 'beginning' },
  'incident, open': at(INCIDENT),
  'incident, ended': { ...at('/articles/incident-2026-09-late-snapshots/'), part: 'window' },
  'incident, joining it': {
    open: async (page) => {
      await page.goto(INCIDENT);
      await page.getByRole('button', { name: 'This concerns me too' }).click();
      await page.waitForURL(/\/api\//);
    },
  },
  'search, found': { open: (page) => seeAnswers(page, '/search/?q=printer') },
  'search, nothing found': { open: seeNoAnswer },
  'search, while typing': { open: seeSuggestions, part: 'window' },
  'vote, answered no': {
    open: async (page) => {
      // Not kept: insights would show one vote more, or not, as the tests come.
      await page.route('**/api/votes', (route) => route.fulfill({ status: 201, json: { id: 'vote' } }));
      await page.goto('/articles/restore-a-file/');
      await page.getByRole('button', { name: 'No', exact: true }).click();
      await expect(page.getByRole('button', { name: 'Send to the writers' })).toBeVisible();
    },
    part: (page) => page.locator('.did-this-help'),
  },
  'form, empty': at('/articles/restore-a-file/talk/?version=5&audience=home&step=1&q=restore&results=3'),
  'form, with mistakes': {
    open: async (page) => {
      await page.goto('/talk/');
      await page.getByRole('button', { name: 'Send to a person' }).click();
      await expect(page.getByRole('alert')).toBeFocused();
    },
  },
  'form, taken': {
    open: async (page) => {
      await page.route('**/api/escalations', (route) => route.fulfill({ status: 201, json: TAKEN() }));
      await page.goto('/talk/');
      await fillForm(page, 'The fan is loud.');
      await page.getByRole('button', { name: 'Send to a person' }).click();
      await expect(page.getByText('Your reference is')).toBeVisible();
    },
  },
  'request, waiting': { open: (page, { waiting }) => page.goto(waiting) },
  'request, answered': { open: (page, { answered }) => page.goto(answered) },
  'request, mended': { open: (page, { mended }) => page.goto(mended) },
  'not there': at('/no-such-page/'),
  broken: at('/500.html'),
  offline: at('/offline/'),
  'desk, sign-in': at('/desk/sign-in/'),
  'desk, inbox': atDesk('/desk/'),
  'desk, request': atDesk('/desk/requests/7K3F-9Q2M/'),
  'desk, insights': atDesk('/desk/insights/'),
};

function at(address: string): Screen {
  return { open: (page) => page.goto(address) };
}

function atDesk(address: string): Screen {
  return {
    open: async (page, { cookies }) => {
      const { origin } = new URL((await page.goto('/desk/sign-in/'))?.url() ?? '');
      const pairs = cookies.map((cookie) => cookie.split('=', 2) as [string, string]);
      await page.context().addCookies(pairs.map(([name, value]) => ({ name, value, url: origin })));
      await page.goto(address);
    },
  };
}

function TAKEN() {
  return {
    reference: '7K3F-9Q2M',
    statusUrl: '/requests/7K3F-9Q2M/',
    promisedBy: '2026-11-23T14:40:00Z',
    channel: 'email',
  };
}
