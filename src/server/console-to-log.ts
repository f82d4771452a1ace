import type { Log } from './log.ts';
import { whatBroke, whatBrokeIn } from './what-broke.ts';

/**
 * Has everything that goes wrong outside our own hands end up in the log as an event. Astro writes errors on the
 * console with their message and the address that was asked for, which may be somebody's status page; Node writes
 * what nobody caught. Of both, the kind of error and the line of code are enough.
 */
export function consoleToLog(log: Log): void {
  const note = (...words: unknown[]) => log('rendering-failed', whatBrokeIn(words));
  console.error = note;
  console.warn = note;
  // What is merely mentioned there, such as a method that an endpoint does not have, helps nobody.
  console.info = console.log = console.debug = () => undefined;
  process.on('unhandledRejection', (reason) => log('rejection-unhandled', whatBroke(reason)));
  process.on('uncaughtException', (error) => {
    log('crashed', whatBroke(error));
    // Nobody knows what state it left behind; whoever watches the server starts it anew.
    process.exit(1);
  });
}
