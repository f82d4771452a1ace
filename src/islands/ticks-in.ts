import type { EscalationAnswer } from '../schema/escalation.ts';
import type { PacketPart } from './packet.ts';

type Ticks = {
  channel: EscalationAnswer['channel'];
  left: ReadonlySet<PacketPart['part']>;
  struck: readonly PacketPart['part'][];
};

/** What is chosen, left in and struck out as the form stands there. */
export function ticksIn(form: HTMLFormElement): Ticks {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('[name=keep]')];
  const parts = (isLeft: boolean) =>
    boxes.filter(({ checked }) => checked === isLeft).map(({ value }) => value as PacketPart['part']);
  return {
    channel: form.querySelector('[value=call-back]:checked') ? 'call-back' : 'email',
    left: new Set(parts(true)),
    struck: parts(false),
  };
}

/** All that is struck out: in the form, and of `before` what has no box there. */
export function struckWith(
  before: ReadonlySet<PacketPart['part']>,
  { left, struck }: Ticks,
): ReadonlySet<PacketPart['part']> {
  return new Set([...before].filter((part) => !left.has(part)).concat(struck));
}
