import { readSecret } from '../server/secret.ts';
import { readSettings, serverUrlOf } from '../server/settings.ts';
import { openSignIn } from '../server/sign-in/open-sign-in.ts';
import { openStore } from '../server/stores.ts';
import { manageMembers } from './agent-members.ts';
import { readAgentWords } from './agent-words.ts';
import { runCommand } from './run-command.ts';

// `npm run agent -- add <e-mail> --role agent|writer|admin [--name …]`: lets somebody sign in to the desk, by a link
// with which they set a password. `list`, `role`, `reset` (a new link), `end-sessions`, `remove`.
await runCommand('agent', async (words) => {
  const wanted = readAgentWords(words);
  const settings = readSettings();
  const now = Temporal.Now.instant();
  const secret = await readSecret(settings);
  const store = await openStore(settings, now);
  try {
    const serverUrl = serverUrlOf(settings);
    const signIn = openSignIn(store, { secret, serverUrl, log: () => undefined });
    const { singleSignOn, isAddressAssumed = false } = settings;
    const managing = { store, signIn, serverUrl, hasSingleSignOn: singleSignOn !== undefined, isAddressAssumed };
    console.log(await manageMembers(wanted, managing, now));
  } finally {
    await store.close();
  }
});
