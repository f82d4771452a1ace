import { pino } from 'pino';
import type { LogLevel } from '../schema/environment.ts';
import { levelOf } from './log-events.ts';

/**
 * Notes that something happened; how urgent it is follows from the event (src/server/log-events.ts). Fields name
 * things (a reference, an article, a count), never a person and never what somebody wrote.
 */
export type Log = (event: string, fields?: LogFields) => void;

export type LogFields = Readonly<Record<string, string | number | boolean>>;

/**
 * One line of JSON per event that is at least as urgent as `level`, through `write`, such as
 * `(line) => process.stdout.write(line)`.
 */
export function jsonLog(write: (line: string) => void, now: () => Temporal.Instant, level: LogLevel = 'info'): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${now().toString({ smallestUnit: 'millisecond' })}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  );
  return (event, fields = {}) => logger[levelOf(event)]({ event, ...withoutPrivateAddresses(fields) });
}

/** The log of a server: standard output, from which systemd, Docker and others take it. */
export function standardLog(level: LogLevel, now: () => Temporal.Instant): Log {
  return jsonLog((line) => process.stdout.write(line), now, level);
}

/** No field should hold one; this is for the day when an address or the message of a driver slips into one. */
function withoutPrivateAddresses(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? cut(value) : value]),
  );
}

function cut(text: string): string {
  return text.replace(STATUS_PAGE, '/requests/…').replace(TOKEN, '…').replace(MAIL_ADDRESS, '…');
}

const STATUS_PAGE = /\/requests\/[^/\s?#]+/g;

/** 256 bits in base64url, as in src/server/status-token.ts. */
const TOKEN = /(?<![\w-])[\w-]{43}(?![\w-])/g;

/** Not the `@` of packages in the paths of a stack. */
const MAIL_ADDRESS = /[^\s@/"'<>]+@[^\s@/"'<>]+\.\p{L}[^\s@/"'<>]*/gu;
