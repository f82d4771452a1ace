import type { LogLevel } from '../schema/environment.ts';

/** An event, and what it means to whoever looks after the server. */
export type LogEvent = { level: LogLevel; meaning: string };

/**
 * Everything that is logged. `error`: somebody should look now; `warn`: look at it today; `info`: the day's work.
 * The handbook shows this table, and a test holds the code to it.
 */
export const LOG_EVENTS: Readonly<Record<string, LogEvent>> = {
  started: { level: 'info', meaning: 'The server answers at this port.' },
  stopping: { level: 'info', meaning: 'It was told to stop: it answers what is under way and takes nothing new.' },
  stopped: { level: 'info', meaning: 'It has ended, and everything is kept.' },
  'stopped-late': {
    level: 'warn',
    meaning: 'Some requests or deliveries took longer than a stop may take, and were cut off. Nothing kept is lost.',
  },
  'escalation-opened': { level: 'info', meaning: 'A request was taken and is on the disk.' },
  'escalation-replayed': { level: 'info', meaning: 'The same request came again, and got the same answer.' },
  'escalation-quarantined': {
    level: 'warn',
    meaning: 'A request was taken, but goes to no help desk until a person has looked: npm run escalations.',
  },
  'text-not-kept': {
    level: 'warn',
    meaning: 'What a reader had before them could not be kept beside their request; the request itself is.',
  },
  'escalation-mismatch': { level: 'info', meaning: 'A key came again with another text; nothing was kept.' },
  'escalation-continued': { level: 'info', meaning: 'A customer or the team went on with a request: what was done.' },
  'desk-act': { level: 'info', meaning: 'A member of the team did something with a request at the desk: what.' },
  'mail-came': {
    level: 'info',
    meaning: 'Mail came back: `added` to its request, `noted` (automatic), `bounced`, `unknown` (a person reads it).',
  },
  'mailbox-unreachable': { level: 'error', meaning: 'The mailbox cannot be read; mail waits there and is not lost.' },
  'vote-kept': { level: 'info', meaning: 'A reader said whether an article helped.' },
  'request-refused': { level: 'info', meaning: 'Something could not be taken as it was; the sender was told why.' },
  'undeclared-proxy': {
    level: 'warn',
    meaning: 'Requests come through a proxy that TRUSTED_PROXIES does not name. Told once.',
  },
  'site-changed': {
    level: 'error',
    meaning: 'The built site is another one than at the start: readers are asked to come again. Told once; restart.',
  },
  'request-failed': {
    level: 'error',
    meaning: 'A mistake of ours: the reader saw the page that says so. `at` names the line of code.',
  },
  'store-unavailable': {
    level: 'error',
    meaning: 'The database could not be written: full disk, no connection. Readers are told to call or write.',
  },
  unhealthy: { level: 'error', meaning: 'Health answered 503: no request can be taken right now.' },
  'rendering-failed': {
    level: 'error',
    meaning: 'A mistake of ours in a page, or a warning of a library; `at` names the line of code.',
  },
  'rejection-unhandled': { level: 'error', meaning: 'A mistake of ours that nobody waited for; it goes on.' },
  crashed: { level: 'error', meaning: 'A mistake of ours ended the server. Whoever watches it starts it again.' },
  'stop-failed': { level: 'error', meaning: 'The database could not be closed well. Nothing kept is lost.' },
  'search-failed': { level: 'warn', meaning: 'A search on the server broke. Search in browsers does not need it.' },
  delivered: { level: 'info', meaning: 'A help desk has taken a request; `ticket` is its own number.' },
  'delivered-twice': { level: 'warn', meaning: 'A desk has two tickets for one request: `ticket` is the other one.' },
  'delivery-retried': { level: 'info', meaning: 'A desk did not answer or asked to wait; it is tried again.' },
  'delivery-needs-a-person': { level: 'error', meaning: 'A desk rejected a request, or failed for seven days.' },
  'delivery-broke': { level: 'error', meaning: 'A mistake of ours while delivering; it is tried again.' },
  'delivering-broke': { level: 'error', meaning: 'A lane of deliveries broke, and was begun again.' },
  'deliveries-without-desk': {
    level: 'error',
    meaning: 'Deliveries were meant for a desk not in HELP_DESKS any more.',
  },
  'letter-sent': { level: 'info', meaning: 'The mail server has taken a letter to a customer.' },
  'letter-not-sent': { level: 'info', meaning: 'A letter was left out on purpose; `why` says for what reason.' },
  'letter-held': {
    level: 'warn',
    meaning: 'LETTERS_PER_HOUR is reached, so a letter waits for the next hour: many requests, or an attack.',
  },
  'letter-retried': { level: 'info', meaning: 'The mail server did not take a letter; it is tried again.' },
  'letter-needs-a-person': { level: 'error', meaning: 'A customer cannot be reached by mail; the team is told.' },
  'promise-due-soon': { level: 'warn', meaning: 'An answer is promised and due soon.' },
  'apart-due': {
    level: 'warn',
    meaning: 'A request that is set apart was promised an answer that is due: release it?',
  },
  'promise-missed': { level: 'error', meaning: 'A customer waits for longer than we promised.' },
  'team-reminded': { level: 'info', meaning: 'The team was told of promises, through the channel that it names.' },
  'reminder-not-sent': { level: 'error', meaning: 'The team could not be told of promises. Tried again.' },
  'answered-elsewhere': { level: 'info', meaning: 'A help desk says that it was answered there; that is kept.' },
  'needs-a-person': { level: 'error', meaning: 'The team is being told of a delivery: npm run escalations.' },
  'alert-sent': { level: 'info', meaning: 'The team was told, through the channel that it names.' },
  'alert-not-sent': { level: 'error', meaning: 'The team could not be told; this line is all there is. Tried again.' },
  'incident-ended': { level: 'info', meaning: 'Everyone who joined this incident was told why it happened: how many.' },
  'no-second-channel': { level: 'warn', meaning: 'When the one desk fails, only the log and health say so.' },
  'signed-in': { level: 'info', meaning: 'Somebody came in to the desk; `by` says how.' },
  'sign-in-refused': {
    level: 'info',
    meaning: 'A wrong password, an unknown address, a passkey that does not fit, or nobody that was added.',
  },
  'sign-in-slowed-down': {
    level: 'warn',
    meaning: 'Too many wrong passwords: whoever tries has to wait. `known`: in a browser that had signed in before.',
  },
  'password-set': { level: 'info', meaning: 'Somebody set a password with a link from npm run agent.' },
  'passkey-added': { level: 'info', meaning: 'Somebody added a passkey of theirs.' },
  'passkey-removed': { level: 'info', meaning: 'Somebody removed a passkey of theirs.' },
  'signed-out': { level: 'info', meaning: 'Somebody left the desk, or ended sessions of theirs.' },
  'desk-refused': { level: 'info', meaning: 'A request to the desk was turned away: `why`.' },
  'single-sign-on-unreachable': {
    level: 'error',
    meaning: 'The provider in OIDC_ISSUER does not answer as it should. Passwords still work.',
  },
  'sign-in-trouble': { level: 'error', meaning: 'better-auth complained; what it said may name a person.' },
  forgotten: { level: 'info', meaning: 'What was kept for long enough was removed: how many of each kind.' },
  'daily-work-failed': { level: 'warn', meaning: 'What is done each day failed; it is tried again tomorrow.' },
};

/** Of an event that the table lacks, nobody could say how urgent it is: it is shown. */
export function levelOf(event: string): LogLevel {
  return LOG_EVENTS[event]?.level ?? 'warn';
}
