import type { ResultRow, Searcher } from '../../search/search-answer.ts';
import { one, type Form } from '../requests/form.ts';
import type { StoredEscalation } from '../stored-escalation.ts';

const MOST_FOUND = 5;

/**
 * What was typed into a form that is shown once more, with the article that was put into the reply: its address and,
 * behind a blank, its title.
 */
export function typedAgain(form: Form, siteUrl: string): Record<string, string> {
  const typed = Object.fromEntries([...form].map(([name, values]) => [name, values[0] ?? '']));
  // No address has a blank in it.
  const [, address = '', title = ''] = /^(\S*) ?(.*)$/.exec(one(form, 'insert') ?? '') ?? [];
  const inserted = URL.parse(address, siteUrl);
  if (one(form, 'insert') === undefined || !inserted) return typed;
  // The title says what there is to read, and the address alone on its line is a link in every mail program.
  const lines = [typed['text'] ?? '', ...(title === '' ? [] : [title]), inserted.href];
  return { ...typed, text: `${lines.join('\n')}\n`.trimStart() };
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
