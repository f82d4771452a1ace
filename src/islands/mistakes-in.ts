import { askProblems } from '../schema/ask-problems.ts';
import type { RequestError } from '../schema/request-error.ts';
import { fields } from '../strings/en/fields.ts';
import type { TypedFields } from './outbox/same-words.ts';

/**
 * What is wrong with what was typed, as the server's 422 says it, and with no server asked: whoever writes without a
 * connection is not told hours later that an address is missing.
 */
export function mistakesIn(typed: TypedFields): RequestError[] {
  return askProblems(typed).map(({ field, problem }) => ({ field, ...fields[problem] }));
}
