import type { Escalation } from '../schema/escalation.ts';
import { reasons as reasonWords } from '../strings/en/reasons.ts';

/**
 * What a reader did before asking for a person, as sentences for whoever answers, so that nobody has to begin again.
 * Parts that the reader struck out are simply not there.
 */
export function whatWasTried({ article, version, audience, packet }: Escalation): string[] {
  return [
    ...(article === undefined ? [] : [`Read "${article}"${forWhom(version, audience)}.`]),
    ...packet.searches.map(({ query, results }) => `Searched for "${query}": ${counted(results)}.`),
    ...(packet.visited.length === 0 ? [] : [`Also opened ${packet.visited.join(', ')}.`]),
    ...steps(packet.steps),
    ...packet.choices.map(({ question, answer }) => `"${question}" Answered ${quoted(answer)}`),
    ...(packet.moment ? [`Stopped the video "${packet.moment.video}" at ${minutes(packet.moment.second)}.`] : []),
    ...(packet.vote ? [voted(packet.vote)] : []),
    ...(packet.browser === undefined ? [] : [`Uses ${packet.browser}.`]),
  ];
}

function forWhom(version: string | undefined, audience: string | undefined): string {
  const known = [version && `version ${version}`, audience].filter(Boolean).join(', ');
  return known === '' ? '' : ` for ${known}`;
}

function counted(results: number): string {
  if (results === 0) return 'nothing found';
  return results === 1 ? '1 result' : `${results} results`;
}

function steps(all: Escalation['packet']['steps']): string[] {
  const next = all.find(({ done }) => !done);
  const done = all.filter((step) => step.done);
  if (all.length === 0) return [];
  if (done.length === 0) return [`Ticked off none of the ${all.length} steps.`];
  if (!next) return all.length === 1 ? ['Ticked off the only step.'] : [`Ticked off all ${all.length} steps.`];
  return [`Ticked off ${done.length} of ${all.length} steps; the first one not ticked off is ${quoted(next.text)}`];
}

function minutes(second: number): string {
  const whole = Math.floor(second);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

function voted({ helpful, reasons, comment }: NonNullable<Escalation['packet']['vote']>): string {
  const why = reasons.map((reason) => reasonWords[reason]).join('; ');
  const said = comment ? ` and wrote: ${quoted(comment)}` : '.';
  return `Said that it ${helpful ? 'helped' : 'did not help'}${why && ` (${why})`}${said}`;
}

/** The end of a sentence: words that bring their own stop along get no second one. */
function quoted(words: string): string {
  return `"${words}"${/[.!?…]$/.test(words) ? '' : '.'}`;
}
