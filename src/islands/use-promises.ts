import { useEffect, useState } from 'react';
import { momentWithZone } from './moment-in-words.ts';

/** By when a person answers, per channel, as instants in ISO 8601. */
export type Promises = Record<'email' | 'call-back', string>;

/** Promises that came with the page, with the zone and moment in which they were put into words there. */
export type RenderedPromises = { promises: Promises; timeZone: string; now: string; language: string };

/** The promises for both channels; asked of the server where the page did not bring them along. */
export function usePromises(server: string, rendered: RenderedPromises | undefined) {
  const [promises, setPromises] = useState<Promises | undefined>(rendered?.promises);
  const [isOwnZone, setIsOwnZone] = useState(false);
  useEffect(() => {
    setIsOwnZone(true);
    if (rendered) return;
    fetch(`${server}/api/promises`)
      .then(async (response) =>
        response.ok && response.headers.get('content-type')?.includes('json')
          ? setPromises((await response.json()) as Promises)
          : undefined,
      )
      // Without a promise the form still sends; the answer names the time.
      .catch(() => undefined);
  }, [server, rendered]);
  const language = rendered?.language ?? (typeof document === 'undefined' ? 'en' : document.documentElement.lang);
  const inWords = (at: string) =>
    isOwnZone || !rendered
      ? momentWithZone(at, new Date(), language)
      : momentWithZone(at, new Date(rendered.now), language, rendered.timeZone);
  return { promises, inWords };
}
