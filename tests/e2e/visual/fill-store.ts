import { DatabaseSync } from 'node:sqlite';
import { liveArticles } from '../../../src/articles/live-articles.ts';
import { readContent } from '../../../src/articles/read-content.ts';
import { Escalation } from '../../../src/schema/escalation.ts';
import { isByCustomer } from '../../../src/schema/escalation-event.ts';
import { Vote } from '../../../src/schema/vote.ts';
import { continueEscalation } from '../../../src/server/continue-escalation.ts';
import { openEscalation } from '../../../src/server/escalations.ts';
import { readSecret } from '../../../src/server/secret.ts';
import { readSettings } from '../../../src/server/settings.ts';
import { openSignIn } from '../../../src/server/sign-in/open-sign-in.ts';
import { openStore } from '../../../src/server/stores.ts';
import { recordVote } from '../../../src/server/votes.ts';
import { NOW } from './now.ts';
import type { Filled } from './stopped-server.ts';
import { ANSWERED, MENDED, OTHERS, VOTES, WAITING, type Happened } from './what-happened.ts';

// Fills the store that screens show, with the clock stopped, and prints what leads to it.
const settings = readSettings();
const now = Temporal.Instant.from(NOW);
const content = await readContent(settings.contentDir);
const secret = await readSecret(settings);
const store = await openStore(settings, now);
const reception = {
  store,
  secret,
  support: content.site.support,
  writesToCustomers: false,
  serverUrl: settings.siteUrl,
  isOpenIncident: () => false,
};
const filled: Filled = {
  waiting: await ask(WAITING),
  answered: await ask(ANSWERED),
  mended: await ask(MENDED),
  cookies: await signIn(),
};
for (const other of OTHERS) await ask(other);
await vote();
await store.close();
nameAsChosen();
console.log(JSON.stringify(filled));

/** Gives the path of the status page. */
async function ask({ reference, ago, asked, acts = [] }: Happened): Promise<string> {
  const openedAt = now.subtract(ago);
  const escalation = Escalation.parse({ ...A_CUSTOMER(), ...asked });
  const opened = await openEscalation(reception, reference, escalation, openedAt);
  if (opened.kind === 'mismatch') throw new Error(`${reference} stands twice in the list.`);
  const found = await store.escalationByReference(opened.answer.reference);
  const stepSeconds = openedAt.until(now).total('seconds') / (acts.length + 1);
  for (const [index, act] of acts.entries()) {
    const at = openedAt.add({ seconds: Math.round(stepSeconds * (index + 1)) });
    const author = isByCustomer(act) ? {} : { author: ADMIN().email };
    await continueEscalation(reception, found?.id ?? '', { act, ...author }, at);
  }
  return new URL(opened.answer.statusUrl).pathname;
}

async function vote(): Promise<void> {
  const articles = liveArticles(content);
  for (const [slug, { yes, no }] of Object.entries(VOTES)) {
    const text = articles.find((article) => article.slug === slug)?.texts[0];
    const [reader] = text?.readers ?? [];
    if (!text || !reader) throw new Error(`There is no article ${slug} any more.`);
    for (let index = 0; index < yes + no; index++) {
      const helpful = Math.floor(((index + 1) * yes) / (yes + no)) > Math.floor((index * yes) / (yes + no));
      const cast = Vote.parse({
        article: slug,
        ...reader,
        helpful,
        ...(!helpful && { reasons: ['out-of-date'] }),
        ...(!helpful && index % 9 === 1 && { comment: 'The fan is still loud.' }),
        reader: `reader-${slug}-${index}`.slice(0, 64),
        contentHash: text.contentHash,
      });
      await recordVote(store, cast, now.subtract({ hours: 24 + index * 37 }));
    }
  }
}

/** What a browser holds in which an admin is signed in. */
async function signIn(): Promise<string[]> {
  const admin = ADMIN();
  await store.addMember(admin, now);
  const door = openSignIn(store, { secret, serverUrl: settings.siteUrl, log: () => undefined });
  const cookies = await door.setPassword(await door.makeLink(admin.id, now), 'four words in a row', new Headers());
  return (cookies ?? []).map((cookie) => cookie.split(';')[0] ?? '');
}

/** The key of each request is the reference that was chosen for it. */
function nameAsChosen(): void {
  if (settings.database.kind !== 'sqlite') throw new Error('Screens are taken with the embedded store.');
  using database = new DatabaseSync(settings.database.path);
  database.exec('update escalations set reference = idempotency_key');
}

function A_CUSTOMER() {
  return { channel: 'email', name: 'A customer', email: 'customer@example.com' } as const;
}

function ADMIN() {
  return { id: 'the-admin', email: 'admin@example.com', name: 'The admin', role: 'admin' } as const;
}
