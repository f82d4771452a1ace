/** Why an article did not help; their words are strings. Kept apart from the shapes so that browsers load no zod. */
export const REASON_IDS = [
  'not-my-situation',
  'steps-did-not-work',
  'hard-to-follow',
  'missing-something',
  'out-of-date',
] as const;
export type Reason = (typeof REASON_IDS)[number];

export function isReason(id: string): id is Reason {
  return (REASON_IDS as readonly string[]).includes(id);
}
