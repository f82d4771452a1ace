import { setTimeout } from 'node:timers/promises';
import type { InboxStore } from './inbox.ts';

const LOOK_EVERY_MS = 1_000;
const BREATHE_EVERY = 15;

/**
 * A stream of server-sent events (WHATWG HTML, 9.2): `changed` whenever `latestChange` is another one, looked at each
 * second, which sees what other servers and the terminal did as well. Ends with the signal, or when nobody reads.
 */
export function changesOf(store: Pick<InboxStore, 'latestChange'>, signal: AbortSignal): ReadableStream<Uint8Array> {
  const text = new TextEncoder();
  const unread = new AbortController();
  const ending = AbortSignal.any([signal, unread.signal]);
  return new ReadableStream({
    async start(controller) {
      let known = await store.latestChange().catch(() => '');
      controller.enqueue(text.encode('retry: 3000\n\n'));
      for (let looks = 1; !ending.aborted; looks++) {
        await setTimeout(LOOK_EVERY_MS, undefined, { signal: ending }).catch(() => undefined);
        if (ending.aborted) break;
        // While the store cannot be read nothing is known to have changed; the browser asks again either way.
        const latest = await store.latestChange().catch(() => known);
        if (latest !== known) controller.enqueue(text.encode(`event: changed\ndata: ${JSON.stringify(latest)}\n\n`));
        // A proxy would end a connection on which nothing ever comes.
        else if (looks % BREATHE_EVERY === 0) controller.enqueue(text.encode(': still here\n\n'));
        known = latest;
      }
      if (!unread.signal.aborted) controller.close();
    },
    cancel() {
      unread.abort();
    },
  });
}
