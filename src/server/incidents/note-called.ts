import { continueEscalation } from '../continue-escalation.ts';
import type { App } from '../app.ts';
import type { Member } from '../desk/member.ts';
import { joined } from '../../strings/en/desk-incidents.ts';
import { calledKey } from './joins.ts';

const MOST_KEPT = 2_000;

/** Notes, once, that `member` called somebody who joined the incident, to check that it works again. */
export async function noteCalled(
  app: App,
  { slug, reference, said }: { slug: string; reference: string; said: string },
  member: Pick<Member, 'email'>,
  now: Temporal.Instant,
): Promise<void> {
  const found = await app.store.escalationByReference(reference);
  if (!found?.escalation.joins || found.escalation.article !== slug) return;
  const words = said.trim().replaceAll('\0', '').slice(0, MOST_KEPT);
  const act = { kind: 'note', text: `${joined.calledNote}${words && `\n\n${words}`}` } as const;
  const idempotencyKey = calledKey(slug, found.id);
  const { kind } = await continueEscalation(app, found.id, { act, author: member.email, idempotencyKey }, now);
  app.log('desk-act', { reference, act: 'called', outcome: kind });
}
