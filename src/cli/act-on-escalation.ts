import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { liveArticle } from '../articles/live-articles.ts';
import { tryContent } from '../articles/read-content.ts';
import { readYaml } from '../articles/read-yaml.ts';
import { Mistakes, type UserError } from '../errors/user-error.ts';
import type { TeamAct } from '../schema/escalation-event.ts';
import { Site } from '../schema/site.ts';
import { articleMistake, slugIn } from '../server/desk/named-article.ts';
import { headingMistake } from '../server/desk/named-heading.ts';
import { continueEscalation } from '../server/continue-escalation.ts';
import type { Store, StoredEscalation } from '../server/store.ts';
import { refused } from '../strings/en/desk-acts.ts';
import { articleSlugs } from './article-files.ts';
import type { EscalationsWanted } from './escalations-words.ts';
import { teamActOf } from './team-act-words.ts';

type Acting = { store: Store; contentDir: string; writesToCustomers: boolean };

/** Notes what a member of the team did, and says what is left to them. Throws `Mistakes`, and then noted nothing. */
export async function actOnEscalation(
  { act: name, options, author }: Extract<EscalationsWanted, { kind: 'act' }>,
  found: StoredEscalation,
  { store, contentDir, writesToCustomers }: Acting,
  now: Temporal.Instant,
): Promise<string> {
  const { support } = await siteIn(contentDir);
  const act = teamActOf(name, withSlug(options), support.timeZone, now);
  const mistake = articleMistake(act, await articleSlugs(contentDir), found.escalation.article);
  const file = `npm run escalations -- ${name}`;
  if (mistake) throw new Mistakes('Nothing was done.', [{ ...mistake, where: { file, field: '--article' } }]);
  const wrongHeading = await headingMistakeIn(contentDir, act, found);
  if (wrongHeading) throw new Mistakes('Nothing was done.', [{ ...wrongHeading, where: { file, field: '--heading' } }]);
  const doing = { act, ...(author !== undefined && { author }) };
  const { kind } = await continueEscalation({ store, support, writesToCustomers }, found.id, doing, now);
  if (kind === 'nothing-promised') throw new Mistakes('Nothing was done.', [nothingPromised(found)]);
  if (kind === 'already-resolved') throw new Mistakes('Nothing was done.', [alreadyResolved(found)]);
  if (kind !== 'kept') throw new Error(`${found.reference} changed again and again while this was to be noted.`);
  return noted(act, found, writesToCustomers);
}

function withSlug({ article, ...options }: Readonly<Record<string, string>>): Record<string, string> {
  const slug = slugIn(article);
  return { ...options, ...(slug !== undefined && { article: slug }) };
}

function noted(act: TeamAct, { reference, escalation }: StoredEscalation, writesToCustomers: boolean): string {
  if (act.kind === 'released')
    return `${reference} is released. What was promised stands, and help desks get it in a moment.`;
  if (act.kind === 'note') return `Noted with ${reference}, for the team alone.`;
  if (act.kind === 'answer' && act.by !== 'email') return `${reference} is noted as answered.`;
  const page = 'It stands on the status page of the customer';
  return writesToCustomers && escalation.email !== undefined
    ? `${page}, and a letter to ${escalation.email} is on its way.`
    : `${page}. No letter is sent (SMTP_URL is not set, or there is no address): tell them yourself as well.`;
}

function nothingPromised({ reference }: StoredEscalation): UserError {
  return {
    problem: 'Nobody waits for an answer to this request, so there is no promise to move.',
    where: { file: `npm run escalations -- move-promise ${reference}` },
    fix: `Write an answer that names the time: npm run escalations -- answer ${reference} --text "…".`,
  };
}

function alreadyResolved({ reference }: StoredEscalation): UserError {
  return {
    problem: refused.alreadyResolved.problem,
    where: { file: `npm run escalations -- resolve ${reference}` },
    fix:
      `Add something with npm run escalations -- answer ${reference} --text "…", or with note. ` +
      'Where the customer says that it is not mended, resolve it again.',
  };
}

/** A mistake in the content must not keep people from being answered: headings are not checked then. */
async function headingMistakeIn(contentDir: string, act: TeamAct, { escalation }: StoredEscalation) {
  if (act.kind !== 'resolved' || act.heading === undefined) return undefined;
  const { content } = await tryContent(contentDir);
  return content && headingMistake(act, (slug) => liveArticle(content, slug), escalation.article);
}

/** Without the hours of support nothing can be promised, so the content has to be sound. */
async function siteIn(contentDir: string): Promise<Site> {
  const file = join(contentDir, 'site.yaml');
  const site = readYaml(await readFile(file, 'utf8').catch(() => ''), file, Site);
  if (!site.ok) throw new Mistakes('Nothing was done.', site.mistakes);
  return site.value;
}
