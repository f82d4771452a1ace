import { fieldErrors } from '../errors/from-zod.ts';
import { Mistakes } from '../errors/user-error.ts';
import type { Mailbox } from '../inbound-mail/read-mailbox.ts';
import type { HelpDeskSettings } from '../help-desks/help-desks.ts';
import { Environment, type LogLevel } from '../schema/environment.ts';
import { helpDeskSettings } from './help-desk-settings.ts';
import type { SingleSignOn } from './sign-in/sign-in.ts';

/** How this site and its server are set up. Addresses carry no slash at their end. */
export type Settings = {
  port: number;
  host: string;
  /** Address of the pages as customers see them. */
  siteUrl: string;
  /** Nothing says where the server is: a command that runs apart from it may be told other settings. */
  isAddressAssumed?: true;
  contentDir: string;
  database: { kind: 'sqlite'; path: string } | { kind: 'postgres'; url: string };
  secret?: string;
  /** Addresses, networks, or the word `loopback`. */
  trustedProxies: readonly string[];
  /** Whether floods are kept out. */
  limits: boolean;
  /** Where pages find the server: on their own host, at another address, or nowhere. */
  publicApi: { kind: 'same-host' } | { kind: 'elsewhere'; url: string } | { kind: 'none' };
  helpDesks: HelpDeskSettings;
  /** Where mail of customers comes back to; absent: it is not read here. */
  inboundMail?: { mailbox?: Mailbox; token?: string };
  logLevel: LogLevel;
  /** Where members may sign in with another account of theirs. */
  singleSignOn?: SingleSignOn;
  /** Whether npm started this process, through a shell. */
  isRunByNpm?: boolean;
  /** Browser in which clips are drawn, where it is not one that is found without help. */
  chromiumPath?: string;
};

/**
 * Reads the settings out of the environment, in which an empty variable counts as unset.
 * Throws `Mistakes` with everything that is wrong. No other file of the project looks into the environment.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const set = Object.fromEntries(
    Object.keys(Environment.shape).flatMap((name) => (env[name]?.trim() ? [[name, env[name].trim()]] : [])),
  );
  const read = Environment.safeParse(set, { reportInput: true });
  if (!read.success) {
    const mistakes = fieldErrors(read.error, Environment).map(({ field, problem, fix }) => ({
      problem,
      where: { file: 'environment', field },
      fix,
    }));
    throw new Mistakes(heading(mistakes.length), mistakes);
  }
  const { PORT, HOST, SITE_URL, CONTENT_DIR, DATABASE_URL, HANDRAIL_SECRET, PUBLIC_API_URL, CHROMIUM_PATH } = read.data;
  return {
    port: PORT,
    host: HOST,
    siteUrl: SITE_URL === undefined ? ownAddress(HOST, PORT) : withoutSlash(SITE_URL),
    ...([SITE_URL, PUBLIC_API_URL, set['PORT']].every((one) => one === undefined) && { isAddressAssumed: true }),
    contentDir: CONTENT_DIR,
    database: DATABASE_URL,
    ...(HANDRAIL_SECRET !== undefined && { secret: HANDRAIL_SECRET }),
    trustedProxies: read.data.TRUSTED_PROXIES,
    limits: read.data.LIMITS === 'on',
    publicApi: publicApi(PUBLIC_API_URL),
    helpDesks: helpDeskSettings(read.data),
    ...inboundMail(read.data),
    logLevel: read.data.LOG_LEVEL,
    ...(env['npm_lifecycle_event'] !== undefined && { isRunByNpm: true }),
    ...singleSignOn(read.data),
    ...(CHROMIUM_PATH !== undefined && { chromiumPath: CHROMIUM_PATH }),
  };
}

/** Address of the server that shows status pages. */
export function serverUrlOf({ publicApi, siteUrl }: Pick<Settings, 'publicApi' | 'siteUrl'>): string {
  return publicApi.kind === 'elsewhere' ? publicApi.url : siteUrl;
}

/** A server that listens on all addresses is reached by name: nobody can open http://0.0.0.0. */
function ownAddress(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function publicApi(configured: string | undefined): Settings['publicApi'] {
  if (configured === undefined) return { kind: 'same-host' };
  return configured === 'none' ? { kind: 'none' } : { kind: 'elsewhere', url: withoutSlash(configured) };
}

function inboundMail({ IMAP_URL, MAIL_TOKEN }: Environment): Pick<Settings, 'inboundMail'> {
  if (IMAP_URL === undefined && MAIL_TOKEN === undefined) return {};
  return { inboundMail: { ...(IMAP_URL && { mailbox: IMAP_URL }), ...(MAIL_TOKEN && { token: MAIL_TOKEN }) } };
}

function singleSignOn({
  OIDC_ISSUER,
  OIDC_CLIENT_ID,
  OIDC_CLIENT_SECRET,
}: Environment): Pick<Settings, 'singleSignOn'> {
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET === undefined) return {};
  const singleSignOn = {
    issuer: withoutSlash(OIDC_ISSUER),
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
  };
  return { singleSignOn };
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

function heading(count: number): string {
  return count === 1
    ? 'One mistake in the settings. Nothing was started.'
    : `${count} mistakes in the settings. Nothing was started.`;
}

/**
 * Says whether this process shows what is being written or builds what is published. Astro leaves that to `NODE_ENV`,
 * which a shell may say for reasons of its own: drafts would be published, or content in dev read once and never again.
 */
export function setMode(mode: 'development' | 'production'): void {
  process.env['NODE_ENV'] = mode;
}
