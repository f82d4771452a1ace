import { postDue, type Posting } from '../../islands/outbox/posting.ts';

/** Sends the messages that wait in this browser. Throws where one still waits: then the browser calls again later. */
export async function postKept(posting: Posting): Promise<void> {
  const kept = await postDue(posting, { isEarly: true });
  const waiting = kept?.filter(({ state }) => state.kind === 'waiting') ?? [];
  if (waiting.length > 0) throw new Error(`${waiting.length} messages could not be sent yet.`);
}
