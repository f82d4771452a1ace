import type { ResultRow, Searcher } from '../../search/search-answer.ts';
import { one, type Form } from '../requests/form.ts';
import type { StoredEscalation } from '../stored-escalation.ts';

const MOST_FOUND = 5;

/** What was typed into a form that is shown once more, with the address of the article that was put into the reply. */
export function typedAgain(form: Form, siteUrl: string): Record<string, string> {
  const typed = Object.fromEntries([...form].map(([name, values]) => [name, values[0] ?? '']));
  const inserted = URL.parse(one(form, 'insert') ?? '', siteUrl);
  if (one(form, 'insert') === undefined || !inserted) return typed;
  return { ...typed, text: `${typed['text'] ?? ''}\n${inserted.href}\n`.trimStart() };
}

/** Articles for the reply, as the customer would see them; undefined where none were looked for. */
export async function articlesFor(
  form: Form,
  searcher: Searcher | undefined,
  { escalation: { version, audience } }: Pick<StoredEscalation, 'escalation'>,
): Promise<readonly ResultRow[] | undefined> {
  if (!searcher || one(form, 'find') === undefined || one(form, 'insert') !== undefined) return undefined;
  const reader = { ...(version && { version }), ...(audience && { audience }) };
  return (await searcher.search(one(form, 'q') ?? '', { limit: MOST_FOUND, reader })).rows;
}
