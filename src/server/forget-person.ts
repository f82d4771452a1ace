import { addressHash, mailboxHash } from '../letters/address-hash.ts';
import type { Addresses } from './addresses.ts';
import type { EscalationInFull, Forgetting, WrittenText } from './forgetting.ts';
import { emailKey, isNamedIn, phoneKey, type Person } from './person.ts';

/** Whom to look for: by an address, or as whoever sent the request that has this reference. */
export type Wanted = { kind: 'email'; email: string } | { kind: 'reference'; reference: string };

/** What is kept of a person. */
export type Traces = {
  person: Person;
  /** Requests of the person's own. */
  requests: EscalationInFull[];
  /** Ids of votes whose comment names the person, and of searches that do. */
  comments: string[];
  searches: string[];
  /** References of requests from others that name the person, or that gave the same number with another address. */
  namedBy: string[];
};

const MOST_AT_ONCE = 500;

/**
 * Looks through everything that people wrote. A request is the person's own that has the address, or that has no
 * address and a number that came with it; a number alone may be that of a whole office.
 */
export async function tracesOf(store: Forgetting, wanted: Wanted): Promise<Traces> {
  const person = await personOf(store, wanted);
  const traces: Traces = { person, requests: [], comments: [], searches: [], namedBy: [] };
  for await (const request of all(store.escalationsInFull)) {
    if (isOwn(request, person, wanted)) traces.requests.push(request);
    else if (isNamedIn(wordsOf(request), person)) traces.namedBy.push(request.reference);
  }
  const ids = async (texts: AsyncIterable<WrittenText>) => {
    const found: string[] = [];
    for await (const { id, text } of texts) if (isNamedIn(text, person)) found.push(id);
    return found;
  };
  traces.comments = await ids(all(store.commentsOfVotes));
  traces.searches = await ids(all(store.wordsOfSearches));
  return traces;
}

/** Removes the traces, and what is known of the address by its hash. To do it twice does no harm. */
export async function forgetTraces(
  store: Forgetting & Pick<Addresses, 'removeAddress'>,
  secret: Uint8Array,
  { person, requests, comments, searches }: Traces,
): Promise<void> {
  await store.forget({ escalations: requests.map(({ id }) => id), comments, searches });
  for (const email of person.emails) {
    await store.removeAddress(addressHash(secret, email), mailboxHash(secret, email));
  }
}

/** A number that only a request of the same address tells belongs to the person too. */
async function personOf(store: Forgetting, wanted: Wanted): Promise<Person> {
  const emails = new Set<string>();
  const phones = new Set<string>();
  if (wanted.kind === 'email') emails.add(emailKey(wanted.email));
  const add = ({ escalation: { email, phone } }: EscalationInFull) => {
    if (email !== undefined) emails.add(emailKey(email));
    const key = phone === undefined ? undefined : phoneKey(phone);
    if (key !== undefined) phones.add(key);
  };
  if (wanted.kind === 'reference') {
    for await (const request of all(store.escalationsInFull)) if (request.reference === wanted.reference) add(request);
  }
  if (emails.size > 0) {
    for await (const request of all(store.escalationsInFull)) if (hasEmail(request, emails)) add(request);
  }
  return { emails, phones };
}

function isOwn(request: EscalationInFull, { emails, phones }: Person, wanted: Wanted): boolean {
  if (wanted.kind === 'reference' && request.reference === wanted.reference) return true;
  const { email, phone } = request.escalation;
  if (email !== undefined) return hasEmail(request, emails);
  const key = phone === undefined ? undefined : phoneKey(phone);
  return key !== undefined && phones.has(key);
}

function hasEmail({ escalation: { email } }: EscalationInFull, emails: ReadonlySet<string>): boolean {
  return email !== undefined && emails.has(emailKey(email));
}

function wordsOf({ escalation: { name, phone, goodTime, message, packet }, added }: EscalationInFull): string {
  return [name, phone, goodTime, message, JSON.stringify(packet), ...added].join('\n');
}

async function* all<Row extends { id: string }>(
  page: (afterId: string, most: number) => Promise<Row[]>,
): AsyncGenerator<Row> {
  for (let afterId = ''; ;) {
    const rows = await page(afterId, MOST_AT_ONCE);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < MOST_AT_ONCE) return;
    afterId = last.id;
  }
}
