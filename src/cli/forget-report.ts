import type { Traces } from '../server/forget-person.ts';
import type { EscalationInFull } from '../server/forgetting.ts';
import { timeInWords } from '../server/time-in-words.ts';

/** What was found of somebody, or removed, and where else something may be: as text for a terminal. */
export function forgetReport(
  traces: Traces,
  { typed, removed, timeZone }: { typed: string; removed: boolean; timeZone: string },
): string {
  const { requests, comments, searches, namedBy } = traces;
  const isNothing = requests.length + comments.length + searches.length === 0;
  const found = isNothing
    ? [`Nothing is kept of ${typed}.`]
    : [
        `${removed ? 'Removed' : 'Kept'} of ${typed}:`,
        `- ${counted(requests.length, 'request', 'requests')}, with all that was said and every delivery`,
        ...requests.map((request) => `  ${line(request, timeZone)}`),
        `- ${counted(comments.length, 'comment', 'comments')} on an article (the vote itself names nobody, and stays)`,
        `- ${counted(searches.length, 'search', 'searches')}`,
      ];
  const waiting = removed ? [] : requests.filter(({ state }) => state === 'waiting').map(({ reference }) => reference);
  return [
    ...found,
    ...paragraph(waiting.length > 0, `Nobody has answered ${listed(waiting)} yet; once it is removed, nobody will.`),
    ...paragraph(
      namedBy.length > 0,
      `Requests of others name this person too, or have the same number, and are left as they are: ${listed(namedBy)}.`,
      'Read them with npm run escalations -- show <reference>; each can be forgotten by its reference.',
    ),
    ...elsewhere(requests),
    ...paragraph(!removed && !isNothing, `Nothing was removed yet. To remove it: npm run forget -- ${typed} --yes`),
  ].join('\n');
}

function elsewhere(requests: readonly EscalationInFull[]): string[] {
  const held = requests.flatMap(({ reference, deliveries }) =>
    deliveries.flatMap(({ desk, ticket, attempts }) => {
      if (ticket) {
        const { id, url } = ticket;
        return [`  ${reference} in ${desk ?? 'other hands'}: ${id}${url === undefined ? '' : ` ${url}`}`];
      }
      return attempts > 0 ? [`  ${reference} may be in ${desk ?? 'a help desk'}: look for the reference there`] : [];
    }),
  );
  return [
    '',
    'What this command cannot reach:',
    ...(held.length > 0 ? ['- Help desks and mailboxes keep their own copies; remove them there:', ...held] : []),
    '- The log names references only, never a person or a text.',
    '- Backups still hold what was kept when they were made, until you delete them.',
  ];
}

function line({ reference, openedAt, state }: EscalationInFull, timeZone: string): string {
  return `${reference}   ${timeInWords(openedAt, timeZone)}   ${state}`;
}

function paragraph(isNeeded: boolean, ...sentences: string[]): string[] {
  return isNeeded ? ['', ...sentences] : [];
}

const MOST_LISTED = 20;

function listed(references: readonly string[]): string {
  const more = references.length - MOST_LISTED;
  return references.slice(0, MOST_LISTED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}
