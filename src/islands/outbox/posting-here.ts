import type { EscalationAnswer } from '../../schema/escalation.ts';
import { tellProofProgress } from '../proof-progress.ts';
import { send } from '../send.ts';
import { alone } from './alone.ts';
import { openOutbox } from './outbox.ts';
import type { Posting } from './posting.ts';

const CHANNEL = 'handrail-outbox';

/** Posting with what this page, or this service worker, has. */
export function postingHere(): Posting {
  return {
    outbox: openOutbox(() => indexedDB),
    send: (address, body, headers) => send<EscalationAnswer>(address, body, headers, tellProofProgress),
    alone,
    announce: () => {
      const channel = openChannel();
      channel?.postMessage('changed');
      channel?.close();
    },
    nowMs: () => Date.now(),
    random: () => Math.random(),
  };
}

/** Calls `changed` whenever any page of this browser, or the worker, has changed what is kept, until it is stopped. */
export function watchOutbox(changed: () => void): () => void {
  const channel = openChannel();
  if (channel) channel.onmessage = changed;
  return () => channel?.close();
}

/** Not there in older browsers, nor where storage is forbidden: then pages see changes when they look the next time. */
function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(CHANNEL);
  } catch {
    return undefined;
  }
}
