import { send } from '../send.ts';
import { alone } from './alone.ts';
import { sendKeptVotes, type Became, type Voting } from './cast-vote.ts';

/** Sending votes with what this page has. */
export const votingHere = (): Voting => ({ storage: () => localStorage, send, alone });

/**
 * Sends kept votes when the line may be back: the browser says so, or the reader comes back to this page. `tell` hears
 * each time what became of those that waited; the function that is returned ends it.
 */
export function keepVoting(tell: (became: readonly Became[]) => void = () => undefined): () => void {
  const again = () => void sendKeptVotes(votingHere()).then(tell);
  const whenSeen = () => document.visibilityState === 'visible' && again();
  addEventListener('online', again);
  document.addEventListener('visibilitychange', whenSeen);
  return () => {
    removeEventListener('online', again);
    document.removeEventListener('visibilitychange', whenSeen);
  };
}
