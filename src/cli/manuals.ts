import { ANSWERED_BY, OUTCOMES } from '../schema/escalation-event.ts';
import { ROLES } from '../schema/member.ts';
import type { Manual } from './manual.ts';

const AUTHOR = { '--author ADDRESS': 'who of the team did it' };
const ROLE = { '--role ROLE': `one of ${ROLES.join(', ')}` };
const LAST_ADMIN = { '--yes': 'also where they are the only admin' };
const FOR_PROGRAMS = { '--json': 'as JSON, for programs: npm run --silent keeps other lines away from it' };
const FORMATS = { ...FOR_PROGRAMS, '--csv': 'as CSV, for spreadsheets' };
const DAYS = { '--days 30': 'how far to look back', '--since 2026-10-01': 'instead: the first day that counts' };
const PERIOD = { ...DAYS, '--until 2026-10-31': 'the last day that counts' };

/** What `npm run <command> -- help` prints. That of `bench` follows from the benches that there are. */
export const MANUALS = {
  agent: [
    { words: 'list', does: 'Lists who can sign in to the desk, and who is. So does the command without a word.' },
    {
      words: 'add ADDRESS --role ROLE',
      does: 'Lets somebody sign in, by a link with which they set a password.',
      options: { ...ROLE, '--name "Jo Doe"': 'how colleagues see them' },
    },
    {
      words: 'role ADDRESS --role ROLE',
      does: 'Gives them another role, and signs them out.',
      options: { ...ROLE, ...LAST_ADMIN },
    },
    { words: 'reset ADDRESS', does: 'Gives a new link, and lets them try again at once after wrong passwords.' },
    { words: 'end-sessions ADDRESS', does: 'Signs them out everywhere.' },
    {
      words: 'remove ADDRESS',
      does: 'Removes and signs out. What they did with requests stays.',
      options: LAST_ADMIN,
    },
  ],
  backup: [{ words: 'FILE', does: 'Writes a whole copy of the database into a file, also while the server runs.' }],
  build: [{ does: 'Builds the whole site into dist/, or tells every mistake that stops it.' }],
  check: [
    { does: 'Checks the content, and types, lint and layout of the code.' },
    { words: 'content', does: 'Checks the content alone.' },
    { words: '--json', does: 'Checks the content alone, and says what was found as JSON, for programs.' },
  ],
  clips: [
    { does: 'Films all storyboards in the content folder.' },
    { words: 'VIDEO', does: 'Films the cuts of one video (restore-a-file), or one cut (restore-a-file.home).' },
    { words: '--captions', does: 'Writes their captions alone, for which no browser and no ffmpeg is needed.' },
  ],
  deliver: [
    { does: 'Delivers to help desks and customers, and reminds of promises, until it is stopped; beside the server.' },
  ],
  dev: [{ does: 'Serves the site as you write it, until it is stopped: drafts shown, every change at once.' }],
  escalations: [
    { does: 'Lists who waits for a person, the most urgent promise first.' },
    { words: '--json', does: 'The same as JSON, for programs.' },
    { words: 'show REFERENCE', does: 'One request: what was asked, how it stands, what happened since.' },
    {
      words: 'answer REFERENCE --text "…"',
      does: 'Answers it. The text goes to the status page and, where mail is set up, in a letter.',
      options: {
        '--text "…"': 'what the customer reads',
        '--by HOW': `one of ${ANSWERED_BY.join(', ')}; with the last no text is needed`,
        ...AUTHOR,
      },
    },
    {
      words: 'resolve REFERENCE --outcome OUTCOME --why "…"',
      does: 'Ends it, and asks the customer whether it is mended.',
      options: {
        '--outcome OUTCOME': `one of ${OUTCOMES.join(', ')}`,
        '--why "…"': 'why it happened; the customer reads it',
        '--article SLUG': 'the article that solved it, or should have',
        '--heading "…"': 'where in it',
        '--done "…"': 'what was done to make it right; the customer reads it',
        ...AUTHOR,
      },
    },
    { words: 'note REFERENCE --text "…"', does: 'Notes something for the team alone.', options: AUTHOR },
    {
      words: 'move-promise REFERENCE --until TIME --text "…"',
      does: 'Names another time to a customer who waits, and why.',
      options: {
        '--until TIME': 'such as 2026-11-24T10:00, on the clock of the support hours',
        '--text "…"': 'why; the customer reads it',
        ...AUTHOR,
      },
    },
    { words: 'release REFERENCE', does: 'Lets through what was set apart, because it is genuine.', options: AUTHOR },
    { words: 'retry REFERENCE', does: 'Tries again what help desks did not take. "retry all" tries all of it.' },
    {
      words: 'deliver-by-hand REFERENCE --ticket TICKET',
      does: 'Notes that you took over what no help desk took.',
      options: { '--ticket TICKET': 'what it is called where it is now: 4711, or "called back"' },
    },
  ],
  forget: [
    { words: 'ADDRESS', does: 'Shows what is kept of whoever has this e-mail address. A reference does too.' },
    { words: 'ADDRESS --yes', does: 'Removes it, for ever.' },
  ],
  handbook: [{ does: 'Writes the tables of the handbook anew that follow from settings and log events.' }],
  incidents: [
    { words: 'list', does: 'Lists incidents, and how many joined each. So does the command without a word.' },
    {
      words: 'resolve SLUG',
      does: 'Tells everyone who joined that it is mended, as the next start of the server would.',
    },
  ],
  insights: [
    { does: 'Lists what votes, searches and requests say to the writers.', options: { ...PERIOD, ...FORMATS } },
    {
      words: 'searches',
      does: 'Lists what was searched for and not found, and what to do about it.',
      options: { ...PERIOD, ...FORMATS },
    },
    { words: 'promises', does: 'Counts promises kept, missed and moved.', options: { ...DAYS, ...FORMATS } },
    {
      words: 'learn',
      does: "Proposes keywords out of readers' own words, as a diff.",
      options: { '--write': 'puts them into the files', ...PERIOD, ...FOR_PROGRAMS },
    },
  ],
  lock: [{ does: 'Completes package-lock.json for every system, after a change of dependencies.' }],
  migrate: [{ does: 'Brings the database up to date, as every start of the server does.' }],
  restore: [{ words: 'FILE', does: 'Puts a backup in the place of the database, while no server runs.' }],
  screens: [
    { does: 'Keeps every page as it looks now, after a change of the look that is meant.' },
    { words: '-g NAME', does: 'Keeps the pages that have NAME in theirs, such as home.' },
  ],
  start: [{ does: 'Builds the site where it is out of date, and serves it until it is stopped.' }],
  test: [
    { does: 'Runs all tests, the last in a real browser (finds or installs one).' },
    { words: 'unit', does: 'Runs those of single parts.' },
    { words: 'contract', does: 'Runs those of the server, on real databases, HTTP and mail.' },
    { words: 'build', does: 'Runs those of what a build writes.' },
    { words: 'e2e', does: 'Runs those in a browser.' },
    { words: 'e2e FILTER', does: 'Of these the files that have FILTER in their name; options go to Playwright.' },
  ],
  votes: [
    { does: 'Lists what readers say of articles that did not help them.' },
    { words: '--json', does: 'The same as JSON, for programs.' },
  ],
} as const satisfies Readonly<Record<string, Manual>>;

export type Command = keyof typeof MANUALS;
