import { Packet, PACKET_PARTS, type PacketPart } from '../../schema/packet.ts';
import { all, one, typedIn, type Form, type Typed } from './form.ts';

const FIELDS = [
  'key',
  'article',
  'version',
  'audience',
  'channel',
  'name',
  'email',
  'phone',
  'goodTime',
  'message',
  'keep',
  'joins',
  'contentHash',
  'packet-shown',
] as const;

/** The name of the field that people never see; src/islands/Trap.tsx shows it to those who fill in everything. */
export const TRAP_FIELD = 'website';

/** The body of an escalation out of the fields of its form, without the parts that the reader struck out. */
export function escalationIn(form: Form): unknown {
  const kept = partsKept(form);
  const article = kept.has('article')
    ? {
        article: one(form, 'article'),
        version: one(form, 'version'),
        audience: one(form, 'audience'),
        ...given('contentHash', one(form, 'contentHash')),
      }
    : {};
  const joins = one(form, 'joins') === 'true';
  return {
    ...article,
    channel: joins ? wayToTell(form) : one(form, 'channel'),
    ...given('joins', joins || undefined),
    name: one(form, 'name'),
    ...wayToAnswer(form),
    message: one(form, 'message'),
    packet: Object.fromEntries(Object.entries(packetIn(form)).filter(([part]) => kept.has(part))),
  };
}

/** Who joins an incident is written to where that can be; else somebody calls. */
function wayToTell(form: Form): string {
  return one(form, 'email') === undefined && one(form, 'phone') !== undefined ? 'call-back' : 'email';
}

/** Left out where there is none: a field without a value would make another body of the same words. */
function given(name: string, value: unknown): object {
  return value === undefined ? {} : { [name]: value };
}

/** The fields of the way that was not chosen may hold a half-typed address that nobody sees any more. */
function wayToAnswer(form: Form): object {
  const email = { email: one(form, 'email') };
  const callBack = { phone: one(form, 'phone'), goodTime: one(form, 'goodTime') };
  if (one(form, 'joins') === 'true') return { ...email, phone: one(form, 'phone') };
  switch (one(form, 'channel')) {
    case 'email':
      return email;
    case 'call-back':
      return callBack;
    default:
      return { ...email, ...callBack };
  }
}

/** What was typed, with a packet that was checked, because the page that shows it again relies on its shape. */
export function typedEscalation(form: Form): Typed {
  return { ...typedIn(form, FIELDS), packet: JSON.stringify(packetIn(form)) };
}

/** Without the list of parts on the page (`packet-shown`) there was nothing to strike out, and all goes along. */
function partsKept(form: Form): ReadonlySet<string> {
  const kept = all(form, 'keep');
  const shown = one(form, 'packet-shown') === '1';
  return new Set(PACKET_PARTS.filter((part: PacketPart) => !shown || kept.includes(part)));
}

/** A hidden field is not the reader's to mend, so a packet that cannot be read is left out rather than refused. */
function packetIn(form: Form): Packet {
  const read = Packet.safeParse(parsed(one(form, 'packet') ?? '{}'));
  return read.success ? read.data : Packet.parse({});
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
