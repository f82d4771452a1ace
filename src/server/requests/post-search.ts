import { SearchLog } from '../../schema/search-log.ts';
import type { App } from '../app.ts';
import { recordSearch } from '../searches.ts';
import { headersFor, refused, requestErrors, type Asked, type Outcome } from './outcome.ts';
import { readBody } from './read-body.ts';
import { take, withoutEmpty } from './take.ts';

/** `POST /api/searches`: keeps what was searched for, where the site has switched that on. Takes JSON only. */
export async function postSearch(request: Request, app: App, now: Temporal.Instant): Promise<Outcome> {
  const body = await readBody(request);
  const asked: Asked = { request, app };
  if (body.kind === 'refused') return refused(asked, body.status, [body.error]);
  if (body.kind === 'form') {
    return refused(asked, 415, [{ field: '', problem: 'This is a form.', fix: 'Send it as application/json.' }]);
  }
  const read = SearchLog.safeParse(withoutEmpty(body.value), { reportInput: true });
  if (!read.success) return refused(asked, 422, requestErrors(read.error, SearchLog));
  return take(asked, async () => {
    if (app.keepSearches) await recordSearch(app.store, read.data, now);
    return { kind: 'json', response: new Response(null, { status: 204, headers: headersFor(request, app) }) };
  });
}
