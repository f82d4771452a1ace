import { setTimeout } from 'node:timers/promises';
import { openHelpDesks, type HelpDeskSettings } from '../help-desks/help-desks.ts';
import type { Site } from '../schema/site.ts';
import { alertChannels } from './alert-channels.ts';
import { keepOn, pauseUntil } from './keep-on.ts';
import { remind, type Reminding } from './remind.ts';

const EVERY_MS = 60_000;

/**
 * Begins to look, every minute, whether promises are due or missed, until it is stopped. Several may run on one store.
 * Where the site wants no reminders, the log has them all the same, and answers in help desks are counted.
 */
export function openReminding(
  settings: HelpDeskSettings,
  {
    contact,
    support,
    switches,
  }: Pick<Site, 'contact' | 'support'> & { switches: Pick<Site['switches'], 'remindTeam'> },
  { store, log, now }: Pick<Reminding, 'store' | 'log'> & { now: () => Temporal.Instant },
): { stop: () => Promise<void> } {
  const desks = openHelpDesks(settings, contact.email);
  const channels = switches.remindTeam ? alertChannels(settings, desks, contact.email) : [];
  const stopping = new AbortController();
  const { signal } = stopping;
  const pause = pauseUntil(signal);
  const patience = async (ms: number) => void (await setTimeout(ms));
  const reminding = { store, log, desks, channels, support, contactEmail: contact.email, pause: patience };
  const work = async () => {
    await remind(reminding, now());
    await pause(EVERY_MS);
  };
  const running = keepOn(work, 'reminders', signal, log, pause);
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}
