import { lateVote } from '../../strings/en/vote.ts';
import type { Cast } from './cast-vote.ts';

/** What became of a vote that did not arrive at once, and what comes next. */
export function voteInWords(cast: Cast, { isOnline }: { isOnline: boolean }): string {
  switch (cast) {
    case 'sent':
      return lateVote.sent;
    case 'kept':
      return isOnline ? lateVote.keptOnline : lateVote.keptOffline;
    case 'lost':
      return isOnline ? lateVote.lostOnline : lateVote.lostOffline;
  }
}
