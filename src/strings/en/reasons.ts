import type { Reason } from '../../schema/reasons.ts';

/** Why an article did not help, in the words of readers. */
export const reasons: Readonly<Record<Reason, string>> = {
  'not-my-situation': 'It is about something else than my situation',
  'steps-did-not-work': 'I did what it says, and it did not work',
  'hard-to-follow': 'I could not follow it',
  'missing-something': 'Something is missing',
  'out-of-date': 'It is out of date: things look different here',
};
