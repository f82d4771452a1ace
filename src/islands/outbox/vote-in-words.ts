import type { Cast } from './cast-vote.ts';

/** What became of a vote that did not arrive at once, and what comes next. */
export function voteInWords(cast: Cast, { isOnline }: { isOnline: boolean }): string {
  switch (cast) {
    case 'sent':
      return 'Your answer has been sent now. Nothing else to do.';
    case 'kept':
      return isOnline
        ? 'Our server does not reply. We kept your answer here and will send it when it does. Nothing else to do.'
        : 'You are offline. We kept your answer here and will send it when you are back. Nothing else to do.';
    case 'lost':
      return [
        `We could not keep your answer: ${isOnline ? 'our server does not take it' : 'you are offline'}.`,
        'What you wrote still stands here, and the article stays readable.',
        isOnline ? 'Please try again in a few minutes.' : 'Please try again when you are back.',
      ].join(' ');
  }
}
