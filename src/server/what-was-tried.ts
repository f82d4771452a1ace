import type { Escalation } from '../schema/escalation.ts';
import { reasons as reasonWords } from '../strings/en/reasons.ts';
import { tried as words } from '../strings/en/tried.ts';

/**
 * What a reader did before asking for a person, as sentences for whoever answers, so that nobody has to begin again.
 * Parts that the reader struck out are simply not there.
 */
export function whatWasTried({ article, version, audience, packet }: Escalation): string[] {
  return [
    ...(article === undefined ? [] : [words.read({ article, version, audience })]),
    ...packet.searches.map((search) => words.searched(search)),
    ...(packet.visited.length === 0 ? [] : [words.opened(packet.visited)]),
    ...steps(packet.steps),
    ...packet.choices.map((choice) => words.chose(choice)),
    ...(packet.moment ? [words.stopped({ video: packet.moment.video, at: minutes(packet.moment.second) })] : []),
    ...(packet.vote ? [voted(packet.vote)] : []),
    ...(packet.browser === undefined ? [] : [words.uses(packet.browser)]),
  ];
}

function steps(all: Escalation['packet']['steps']): string[] {
  const next = all.find(({ done }) => !done);
  const done = all.filter((step) => step.done).length;
  if (all.length === 0) return [];
  if (done === 0) return [words.noStep(all.length)];
  return [next ? words.someSteps({ done, all: all.length, next: next.text }) : words.everyStep(all.length)];
}

function minutes(second: number): string {
  const whole = Math.floor(second);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

function voted({ helpful, reasons, comment }: NonNullable<Escalation['packet']['vote']>): string {
  return words.voted({ helpful, why: reasons.map((reason) => reasonWords[reason]), comment });
}
