import { lowerFirst } from '../lower-first.ts';

/** The page of an article. */
export const article = {
  youAreHere: 'You are here',
  contents: 'On this page',
  related: 'Often read next',
  backTo: (title: string) => `Back to “${title}”`,
  stepDone: (number: number) => `Step ${number} done`,
  table: (headers: string) => `Table: ${headers}`,
  code: 'Code',
};

/** A row of a table where it is read as a line. */
export const tableRow = {
  between: ', ',
  of: ({ name, rest }: { name: string; rest: string }) => `${name}: ${rest}`,
};

/** What this reader chose on another page. */
export const chosen = {
  go: 'Go to that page',
  forget: 'Forget my choice',
};

/** The line that says whom a page is for, and leads to the pages for others. No line of it begins with a dot. */
export const switcher = {
  summary: (minutes: number) => `For <readers/>\u00a0· checked <checked/>\u00a0· ${minutes}\u00a0min\u00a0to\u00a0read`,
  everyVersion: (product: string) => `every version of ${product}`,
  readers: ({ versions, audiences }: { versions: string; audiences: string }) => `${versions}\u00a0· ${audiences}`,
  /** The title of an audience within the line. */
  audienceWithin: lowerFirst,
  version: 'Version',
  audience: 'How you use it',
  choice: ({ version, audience }: { version: string; audience: string }) => `${version}, ${lowerFirst(audience)}`,
};

/** What is said of a page for a version that is not the newest. */
export const olderVersion = {
  ended: ({ version, day }: { version: string; day: string }) =>
    `${version} is no longer supported (since ${day}). This still works; new problems in it are not mended.`,
  isFor: (version: string) => `This is for ${version}.`,
  readFor: (version: string) => `Read it for ${version}`,
  changes: (version: string) => `What changes in ${version}`,
  here: 'Here:',
  there: (version: string) => `In ${version}:`,
  notNeeded: (version: string) => `Not needed in ${version}.`,
};
