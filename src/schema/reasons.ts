/** Why an article did not help, in the words of readers; kept apart from the shapes so that browsers load no zod. */
export const REASONS = {
  'not-my-situation': 'It is about something else than my situation',
  'steps-did-not-work': 'I did what it says, and it did not work',
  'hard-to-follow': 'I could not follow it',
  'missing-something': 'Something is missing',
  'out-of-date': 'It is out of date: things look different here',
} as const;

export type Reason = keyof typeof REASONS;
export const REASON_IDS = Object.keys(REASONS) as [Reason, ...Reason[]];
