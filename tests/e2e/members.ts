import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Role } from '../../src/schema/member.ts';
import { BASE_URL, DATABASE } from './playwright.config.ts';

export const PASSWORD = 'four words in a row';

/** Runs `npm run agent` beside the server under test, and gives what it says. */
export function agent(...words: readonly string[]): string {
  return execFileSync('node', ['src/cli/agent.ts', ...words], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], DATABASE_URL: `file:${DATABASE}`, SITE_URL: BASE_URL },
  });
}

/** Adds somebody whom no other test knows; the link is for setting the password. */
export function addMember(role: Role): { email: string; name: string; link: string } {
  const mark = randomBytes(5).toString('hex');
  const [email, name] = [`${role}-${mark}@example.com`, `The ${role} ${mark}`];
  return { email, name, link: linkIn(agent('add', email, '--role', role, '--name', name)) };
}

export function linkIn(said: string): string {
  return /https?:\/\/\S+/.exec(said)?.[0] ?? '';
}

/** Adds somebody and signs them in, in this browser. */
export async function signedIn(page: Page, role: Role): Promise<{ email: string; name: string }> {
  const { email, name, link } = addMember(role);
  await page.goto(link);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Set it and sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/desk/sign-in/'));
  return { email, name };
}

export async function typeSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
