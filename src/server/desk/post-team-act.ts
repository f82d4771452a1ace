import type { EscalationAct, TeamAct } from '../../schema/escalation-event.ts';
import type { RequestError } from '../../schema/request-error.ts';
import type { LiveArticle } from '../../insights/live-article.ts';
import type { App } from '../app.ts';
import { canonicalJson } from '../canonical-json.ts';
import { continueEscalation } from '../continue-escalation.ts';
import { one, type Form } from '../requests/form.ts';
import { sha256 } from '../status-token.ts';
import { isStoreUnavailable, type StoredEscalation } from '../store.ts';
import { refused } from '../../strings/en/desk-acts.ts';
import type { Member } from './member.ts';
import { articleMistake } from './named-article.ts';
import { headingMistake } from './named-heading.ts';
import { teamActIn } from './team-act-form.ts';

/**
 * How a form of the desk ended. `again`: nothing was kept but what was typed, which is shown once more with the
 * reasons; `find`: an article is looked for, or put into the reply, before anything is sent.
 */
export type TeamOutcome =
  | { kind: 'kept' }
  | { kind: 'again'; status: 409 | 422 | 503; errors: RequestError[]; form: Form }
  | { kind: 'find'; form: Form };

type Acting = {
  member: Member;
  slugs: readonly string[];
  articleOf: (slug: string) => LiveArticle | undefined;
};

/**
 * Does what `member` asks of the escalation, where nobody else has changed it since `member` saw it. `slugs` are those
 * of the articles that there are, and `articleOf` finds one of them.
 */
export async function postTeamAct(
  form: Form,
  app: App,
  found: StoredEscalation,
  { member, slugs, articleOf }: Acting,
  now: Temporal.Instant,
): Promise<TeamOutcome> {
  if (one(form, 'find') !== undefined || one(form, 'insert') !== undefined) return { kind: 'find', form };
  const read = teamActIn(form, app.support.timeZone, now);
  if (!read.ok) return { kind: 'again', status: 422, errors: read.errors, form };
  const { act } = read;
  const mistake = articleMistake(act, slugs, found.escalation.article);
  if (mistake) return { kind: 'again', status: 422, errors: [{ field: 'article', ...mistake }], form };
  const wrongHeading = headingMistake(act, articleOf, found.escalation.article);
  if (wrongHeading) return { kind: 'again', status: 422, errors: [{ field: 'heading', ...wrongHeading }], form };
  // A note stands beside what others do; everything else is done on the strength of what was seen.
  const seen = act.kind === 'note' ? undefined : Number(one(form, 'seen') ?? Number.NaN);
  const key = one(form, 'key');
  try {
    const { kind } = await continueEscalation(
      app,
      found.id,
      {
        act,
        author: member.email,
        // Whoever goes back and writes something else under the same key says something new.
        ...(key !== undefined && { idempotencyKey: sha256(`${found.id} ${key} ${canonicalJson(act)}`) }),
        ...(seen !== undefined && { seen }),
      },
      now,
    );
    app.log('desk-act', { reference: found.reference, act: act.kind, outcome: kind });
    if (kind === 'kept' || kind === 'replayed') return { kind: 'kept' };
    if (key !== undefined && (await isDoneAlready(app, found.id, act, member))) return { kind: 'kept' };
    if (kind === 'nothing-promised')
      return { kind: 'again', status: 422, errors: [{ field: 'until', ...refused.nothingPromised }], form };
    if (kind === 'already-resolved')
      return { kind: 'again', status: 422, errors: [{ field: '', ...refused.alreadyResolved }], form };
    return { kind: 'again', status: 409, errors: [{ field: '', ...refused.changedMeanwhile }], form };
  } catch (error) {
    if (!isStoreUnavailable(error)) throw error;
    app.log('store-unavailable', { reason: error.message });
    return { kind: 'again', status: 503, errors: [{ field: '', ...refused.unavailable }], form };
  }
}

/** The second of a double click finds that somebody was first: the same person, with the same words. */
async function isDoneAlready(
  { store }: App,
  id: string,
  act: TeamAct,
  { email }: Pick<Member, 'email'>,
): Promise<boolean> {
  const last = (await store.eventsOf(id)).at(-1);
  return last?.author === email && canonicalJson(asTyped(last.act)) === canonicalJson(act);
}

/** Without what was noted with it when it was kept. */
function asTyped(act: EscalationAct): EscalationAct {
  if (act.kind !== 'promise-moved') return act;
  const { from: _from, ...typed } = act;
  return typed;
}
