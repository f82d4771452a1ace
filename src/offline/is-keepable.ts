/** The parts of a response that say whether a copy of it may answer for it later. */
export type Answered = Pick<Response, 'status' | 'type' | 'redirected' | 'headers'>;

/**
 * True for a whole, plain answer of this site that nobody forbids to keep. A page has to be HTML, and a file must not
 * be: hosts that answer whatever they lack with a page would otherwise have that page kept as a part of the index.
 */
export function isKeepable({ status, type, redirected, headers }: Answered, as: 'page' | 'file'): boolean {
  // "basic" is an answer of this origin that scripts may read, "default" one that a script has made.
  if (status !== 200 || redirected || !['basic', 'default'].includes(type)) return false;
  if (/\bno-store\b/i.test(headers.get('cache-control') ?? '') || headers.get('vary') === '*') return false;
  return /^text\/html\b/i.test(headers.get('content-type') ?? '') === (as === 'page');
}
