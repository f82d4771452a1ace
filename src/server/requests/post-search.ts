import { SearchLog } from '../../schema/search-log.ts';
import type { Client } from '../abuse/client.ts';
import type { App } from '../app.ts';
import { recordSearch } from '../searches.ts';
import { FROM_ELSEWHERE, isForeign } from './foreign.ts';
import { headersFor, refused, requestErrors, type Asked, type Outcome } from './outcome.ts';
import { overBudget } from './over-budget.ts';
import { readBody } from './read-body.ts';
import { take, withoutEmpty } from './take.ts';

/**
 * `POST /api/searches`: keeps what was searched for, where the site has switched that on. Takes JSON only. What one
 * connection sends beyond its budget is not kept, and nobody is told: no reader waits for it.
 */
export async function postSearch(request: Request, app: App, client: Client, now: Temporal.Instant): Promise<Outcome> {
  const body = await readBody(request);
  const asked: Asked = { request, app };
  if (body.kind === 'refused') return refused(asked, body.status, [body.error]);
  if (isForeign(request, app)) return refused(asked, 422, [FROM_ELSEWHERE]);
  if (body.kind === 'form') {
    return refused(asked, 415, [{ field: '', problem: 'This is a form.', fix: 'Send it as application/json.' }]);
  }
  const read = SearchLog.safeParse(withoutEmpty(body.value), { reportInput: true });
  if (!read.success) return refused(asked, 422, requestErrors(read.error, SearchLog));
  return take(asked, async () => {
    const isKept = app.keepSearches && (await overBudget(app, 'searches', client, now)) === undefined;
    if (isKept) await recordSearch(app.store, read.data, now);
    return { kind: 'json', response: new Response(null, { status: 204, headers: headersFor(request, app) }) };
  });
}
