import type { EscalationAnswer } from '../schema/escalation.ts';

const keptAs = (slug: string) => `handrail-sent-${slug}`;

/**
 * The answer to what was sent from this form in this tab: whoever comes back to the form sees that it was sent. In the
 * tab and nowhere else, because the address of the status page is the reader's own.
 */
export function sentBefore(slug: string): EscalationAnswer | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(keptAs(slug)) ?? 'null') as EscalationAnswer | null) ?? undefined;
  } catch {
    // Storage may be forbidden; then the server still knows the message by its key.
    return undefined;
  }
}

export function noteSent(slug: string, answer: EscalationAnswer): void {
  try {
    sessionStorage.setItem(keptAs(slug), JSON.stringify(answer));
  } catch {
    // As above.
  }
}

export function forgetSent(slug: string): void {
  try {
    sessionStorage.removeItem(keptAs(slug));
  } catch {
    // As above.
  }
}
