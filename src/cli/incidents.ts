import type { Content } from '../articles/content.ts';
import { endedIncidents } from '../articles/ended-incidents.ts';
import { incidentsOf, type Incident } from '../articles/incidents.ts';
import { readContent } from '../articles/read-content.ts';
import { didYouMean } from '../errors/did-you-mean.ts';
import { Mistakes } from '../errors/user-error.ts';
import type { JoinCount } from '../server/incidents/joins.ts';
import { tellJoined } from '../server/incidents/tell-joined.ts';
import { readSettings } from '../server/settings.ts';
import type { Store } from '../server/store.ts';
import { openStore } from '../server/stores.ts';
import { builtIncidents } from './build-stamp.ts';
import { readIncidentsWords } from './incidents-words.ts';
import { runCommand } from './run-command.ts';

// `npm run incidents`: what is open and who joined. `-- resolve <slug>`: tells everyone who joined that it is mended,
// as the next start of the server would; the article has to say so first, and the site that was built.
await runCommand('incidents', async (words) => {
  const wanted = readIncidentsWords(words);
  const settings = readSettings();
  const content = await readContent(settings.contentDir);
  const now = Temporal.Now.instant();
  const store = await openStore(settings, now);
  try {
    const incidents = incidentsOf(content);
    const writesToCustomers = settings.helpDesks.mail !== undefined;
    console.log(
      wanted.kind === 'list'
        ? listed(incidents, await store.joinCounts())
        : await resolved(wanted.slug, incidents, {
            content,
            built: await builtIncidents(settings.contentDir),
            store,
            writesToCustomers,
          }),
    );
  } finally {
    await store.close();
  }
});

function listed(incidents: readonly Incident[], counts: readonly JoinCount[]): string {
  if (incidents.length === 0) return 'There is no incident in the content.';
  return incidents
    .map(({ slug, title, resolved: endedAt }) => {
      const { joined = 0, untold = 0 } = counts.find((count) => count.slug === slug) ?? {};
      const told = endedAt === undefined ? '' : `, ${untold} not told yet`;
      return `${endedAt === undefined ? 'open  ' : 'mended'}  ${slug}  ${title} (${joined} joined${told})`;
    })
    .join('\n');
}

type Resolving = {
  content: Content;
  /** As the site says it that was built here; undefined where none was. */
  built: readonly Incident[] | undefined;
  store: Store;
  writesToCustomers: boolean;
};

async function resolved(
  slug: string,
  incidents: readonly Incident[],
  { content, built, store, writesToCustomers }: Resolving,
): Promise<string> {
  const incident = incidents.find((each) => each.slug === slug);
  if (!incident) throw mistake(slug, `There is no incident "${slug}".`, unknownFix(slug, incidents));
  const [ended] = endedIncidents([incident]);
  if (!ended) {
    const fix =
      'Write resolved, why and changed above its text, and build the site: people are told what stands there.';
    throw mistake(slug, 'Its article says that it is open.', fix);
  }
  // Whoever is told follows the letter to a page, which has to say the same.
  if (built && endedIncidents(built).every((each) => each.slug !== slug)) {
    const fix = 'Build the site first: npm run build, and start the server again, which tells them by itself.';
    throw mistake(slug, 'Its article says that it is over, and the site that was built does not know it yet.', fix);
  }
  const { support } = content.site;
  const telling = { store, support, writesToCustomers, log: () => undefined };
  const told = await tellJoined([ended], telling, () => Temporal.Now.instant());
  if (told === 0) return 'Everyone who joined has been told already.';
  const how = writesToCustomers
    ? 'Letters are on their way to those who left an e-mail address'
    : 'No letter is sent (SMTP_URL is not set)';
  return `${told === 1 ? 'One person has' : `${told} people have`} it on their status page. ${how}. Whom to call stands on /desk/incidents/${slug}/.`;
}

function unknownFix(slug: string, incidents: readonly Incident[]): string {
  const slugs = incidents.map((each) => each.slug);
  return `${didYouMean(slug, slugs)}Name the file of the article, without folder and ending.`;
}

function mistake(slug: string, problem: string, fix: string): Mistakes {
  return new Mistakes('Nothing was done.', [{ problem, where: { file: 'npm run incidents', field: slug }, fix }]);
}
