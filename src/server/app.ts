import type { ReadText } from '../schema/read-text.ts';
import type { Site } from '../schema/site.ts';
import { daily } from './daily.ts';
import { recentInsights, type RecentInsights } from './desk/recent-insights.ts';
import type { Reception } from './escalations.ts';
import { forgetOutlived, type Keeping } from './forget-outlived.ts';
import { standardLog, type Log } from './log.ts';
import { ownAddresses } from './own-addresses.ts';
import { promisesAt } from './promise.ts';
import { readSecret } from './secret.ts';
import { serverUrlOf, type Settings } from './settings.ts';
import type { SignIn } from './sign-in/sign-in.ts';
import { openStore } from './stores.ts';

/** Everything that an endpoint needs; opened once when the server starts. */
export type App = Reception & {
  /** Address of the pages, which may be on another host than the server. */
  siteUrl: string;
  contact: Site['contact'];
  keepSearches: boolean;
  /** Where mail of customers comes back; absent: it is not read here. */
  inboundMail?: { token?: string; ownAddresses: readonly string[] };
  /** Whether floods are kept out; who is asked to wait follows from src/server/abuse/budgets.ts. */
  limits: boolean;
  /** Whether there is an article with this slug. */
  known: (slug: string) => boolean;
  log: Log;
  /** The way in to the desk; loaded when it is first asked for, so that a site without one never pays for it. */
  signIn: () => Promise<SignIn>;
  /** What the page said that has this content hash, as it was built; undefined where nobody knows any more. */
  builtText: (hash: string) => Promise<ReadText | undefined>;
  /** What votes, searches and requests say to the writers; articles are read when it is first asked for. */
  insights: RecentInsights;
  close: () => Promise<void>;
};

/** Counters of a day, and far more. */
const MOST_REMOVED = 1_000_000;

/**
 * Opens the store and the secret. Throws `Mistakes` where one of them cannot be had, or where the support hours of
 * the site cannot hold its promises: better no start than an escalation that fails.
 */
export async function openApp(
  settings: Settings,
  site: Pick<Site, 'support' | 'contact'> & { switches: Pick<Site['switches'], 'keepSearches'> } & Keeping,
  known: (slug: string) => boolean,
  {
    log: ownLog,
    clock = () => Temporal.Now.instant(),
    openIncidents = [],
    builtText = async () => undefined,
  }: { log?: Log; clock?: () => Temporal.Instant; openIncidents?: readonly string[] } & Partial<
    Pick<App, 'builtText'>
  > = {},
): Promise<App> {
  const log = ownLog ?? standardLog(settings.logLevel, clock);
  promisesAt(clock(), site.support);
  const secret = await readSecret(settings);
  const store = await openStore(settings, clock());
  const forgetting = daily(async (signal) => {
    const forgotten = await forgetOutlived(store, site, clock(), signal);
    if (Object.values(forgotten).some((count) => count > 0)) log('forgotten', forgotten);
  }, log);
  const counting = daily(() => store.removeEnded(clock(), MOST_REMOVED), log);
  let signIn: Promise<SignIn> | undefined;
  const loadSignIn = async () => {
    const { openSignIn } = await import('./sign-in/open-sign-in.ts');
    const { singleSignOn } = settings;
    const serverUrl = serverUrlOf(settings);
    return openSignIn(store, { secret, serverUrl, log, ...(singleSignOn && { singleSignOn }) });
  };
  return {
    store,
    secret,
    support: site.support,
    writesToCustomers: settings.helpDesks.mail !== undefined,
    serverUrl: serverUrlOf(settings),
    isOpenIncident: (slug) => openIncidents.includes(slug),
    builtText,
    siteUrl: settings.siteUrl,
    contact: site.contact,
    keepSearches: site.switches.keepSearches,
    ...(settings.inboundMail && {
      inboundMail: {
        ...(settings.inboundMail.token !== undefined && { token: settings.inboundMail.token }),
        ownAddresses: ownAddresses(settings.helpDesks, site.contact.email),
      },
    }),
    limits: settings.limits,
    known,
    log,
    signIn: () => (signIn ??= loadSignIn()),
    insights: recentInsights(store, async (content) => {
      const { insightsSiteInPieces } = await import('../articles/insights-site-in-pieces.ts');
      return insightsSiteInPieces(content);
    }),
    close: async () => {
      await Promise.all([forgetting.stop(), counting.stop()]);
      await store.close();
    },
  };
}
