import { readSettings } from '../server/settings.ts';
import { openStore } from '../server/stores.ts';
import { listVotes } from './list-votes.ts';
import { runCommand } from './run-command.ts';

const MOST = 500;

// `npm run votes`: what readers say of articles that did not help them, for writers. `-- --json` for programs.
await runCommand('votes', async (words) => {
  const settings = readSettings();
  const store = await openStore(settings, Temporal.Now.instant());
  try {
    const votes = await store.unhelpfulVotes(MOST);
    console.log(words.includes('--json') ? JSON.stringify(votes, null, 2) : listVotes(votes));
  } finally {
    await store.close();
  }
});
