import type { Delivery, HelpDesk } from '../help-desks/help-desk.ts';

/** What the team is told. `reference`: of the request, or how many there are. */
export type AlertWords = { reference: string; subject: string; text: string };

/** An alert as channels take it, from us to ourselves. */
export function alertToTeam(id: string, { reference, subject, text }: AlertWords, contactEmail: string): Delivery {
  return {
    id,
    reference,
    subject: `[${reference}] ${subject}`,
    text,
    requester: { name: 'Handrail', email: contactEmail },
    fields: {},
  };
}

/** One reference by itself, several by their number. */
export function referenceOf(references: readonly string[]): string {
  return references.length === 1 ? (references[0] ?? '') : `${references.length} requests`;
}

/** Tells the team through the first of `channels` that takes it; undefined where none did. */
export async function tellTeam(
  channels: readonly HelpDesk[],
  alert: Delivery,
  now: Temporal.Instant,
): Promise<HelpDesk | undefined> {
  for (const channel of channels) {
    const outcome = await channel
      .deliver({ ...alert, id: `${alert.id}-${channel.kind}` }, { now, progress: {}, mayBeThere: false })
      .catch(() => undefined);
    if (outcome?.kind === 'delivered') return channel;
  }
  return undefined;
}
