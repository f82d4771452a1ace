import type { Escalation } from '../schema/escalation.ts';
import type { App } from './app.ts';
import { whatBroke } from './what-broke.ts';

const HASH = /^[0-9a-f]{16}$/;

/**
 * Keeps the text that the reader had before them, where its hash is one that we built for this article: the article
 * changes, the request stays. What cannot be kept is no reason to turn a request away that has been taken.
 */
export async function keepWhatWasRead(
  { store, builtText, log }: Pick<App, 'store' | 'builtText' | 'log'>,
  { article, contentHash = '' }: Escalation,
  now: Temporal.Instant,
): Promise<void> {
  // It comes from outside, and becomes the name of a file.
  if (!HASH.test(contentHash)) return;
  try {
    if (await store.readText(contentHash)) return;
    const text = await builtText(contentHash);
    if (text !== undefined && text.article === article) await store.keepReadText(text, now);
  } catch (error) {
    // The request is on the disk: whatever breaks here, its reader is told so.
    log('text-not-kept', whatBroke(error));
  }
}
