import type { APIContext } from 'astro';
import type { Outcome } from '../../server/requests/outcome.ts';

/** Programs get JSON, a plain form gets the next page; a form that comes back is the page at `form`, filled in again. */
export async function answer(context: APIContext, outcome: Outcome, form: string): Promise<Response> {
  switch (outcome.kind) {
    case 'json':
    case 'redirect':
      return outcome.response;
    case 'again': {
      const { kind: _again, ...again } = outcome;
      context.locals.again = again;
      // The body has been read, so the page is asked for as if anew.
      return context.rewrite(new Request(new URL(form, context.url)));
    }
  }
}
