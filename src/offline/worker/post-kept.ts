import { postDue, type Posting } from '../../islands/outbox/posting.ts';

/** Between tries of one call; browsers call seldom (Chromium three times), and let a worker live for minutes. */
const PAUSES_MS = [3_000, 15_000];

/** Sends the messages that wait in this browser. Throws where one still waits: then the browser calls again later. */
export async function postKept(posting: Posting, pause: (lengthMs: number) => Promise<void>): Promise<void> {
  let waiting = await stillWaiting(posting);
  for (const lengthMs of PAUSES_MS) {
    if (waiting === 0) return;
    await pause(lengthMs);
    waiting = await stillWaiting(posting);
  }
  if (waiting > 0) throw new Error(`${waiting} messages could not be sent yet.`);
}

async function stillWaiting(posting: Posting): Promise<number> {
  const kept = await postDue(posting, posting.nowMs());
  return kept?.filter(({ state }) => state.kind === 'waiting').length ?? 0;
}
