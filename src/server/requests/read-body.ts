import type { RequestError } from '../../schema/request-error.ts';
import { refusals } from '../../strings/en/refusals.ts';
import { readForm, readFormAsFarAsItGoes, type Form } from './form.ts';

/**
 * What came with a request. `refused` says with which status, and in words for the person who sent it; `form` is as
 * much of a form that was too large as was read.
 */
export type Body =
  | { kind: 'json'; value: unknown }
  | { kind: 'form'; form: Form }
  | { kind: 'refused'; isForm: boolean; status: 400 | 413 | 415; error: RequestError; form?: Form };

/**
 * Room for the longest text that is taken, each character of it encoded as a form does (nine bytes for one of Chinese),
 * and for what goes along with it.
 */
export const MAX_BODY_BYTES = 2_097_152;

/** So much of a body that is too large is read and dropped: a browser that is cut off never sees why. */
const MAX_DROPPED_BYTES = 16 * 1_048_576;
const MAX_DEPTH = 20;
const MAX_VALUES = 10_000;

/** Reads JSON or a plain form. Never holds more than `maxBytes` of it, and never throws for what somebody sent. */
export async function readBody(request: Request, maxBytes = MAX_BODY_BYTES): Promise<Body> {
  const kind = kindOf(request);
  if (kind === undefined) return refused(false, 415, JSON_OR_FORM);
  const isForm = kind === 'form';
  const read = await readText(request, maxBytes);
  switch (read.kind) {
    case 'too-large': {
      const tooLarge = refusals.tooLarge(Math.floor(maxBytes / 1024));
      if (!isForm) return refused(isForm, 413, { ...tooLarge, fix: 'Shorten it and send it again.' });
      return { ...refused(isForm, 413, tooLarge), form: readFormAsFarAsItGoes(read.begins) };
    }
    case 'broken-off':
      return refused(isForm, 400, refusals.brokenOff);
    case 'not-text':
      return refused(isForm, 400, isForm ? refusals.notText : { ...refusals.notText, fix: 'Send it in UTF-8.' });
    case 'text':
      return isForm ? asForm(read.text) : asJson(read.text);
  }
}

const JSON_OR_FORM = {
  problem: 'This is neither JSON nor a form.',
  fix: 'Send it as application/json or application/x-www-form-urlencoded, in UTF-8 and not compressed.',
};

function kindOf(request: Request): 'json' | 'form' | undefined {
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'identity') return undefined;
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/json') return 'json';
  return type === 'application/x-www-form-urlencoded' ? 'form' : undefined;
}

/** `begins`: the part of what is too large that fits. */
type TextRead =
  { kind: 'text'; text: string } | { kind: 'too-large'; begins: string } | { kind: 'broken-off' | 'not-text' };

async function readText(request: Request, maxBytes: number): Promise<TextRead> {
  const chunks: Uint8Array[] = [];
  let readBytes = 0;
  try {
    for await (const chunk of request.body ?? []) {
      const room = maxBytes - readBytes;
      if (room > 0) chunks.push(chunk.byteLength > room ? chunk.subarray(0, room) : chunk);
      readBytes += chunk.byteLength;
      if (readBytes > MAX_DROPPED_BYTES) break;
    }
  } catch {
    return { kind: 'broken-off' };
  }
  if (readBytes > maxBytes) return { kind: 'too-large', begins: Buffer.concat(chunks).toString('utf8') };
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)) };
  } catch {
    return { kind: 'not-text' };
  }
}

function asForm(text: string): Body {
  const form = readForm(text);
  return form ? { kind: 'form', form } : refused(true, 400, refusals.unreadable);
}

function asJson(text: string): Body {
  const unreadable = refused(false, 400, {
    problem: 'This is not readable JSON.',
    fix: 'Look at its quotes, commas and brackets.',
  });
  try {
    const value: unknown = JSON.parse(text);
    return isOfReasonableShape(value)
      ? { kind: 'json', value }
      : refused(false, 400, {
          problem: 'This has too many parts, or parts within parts.',
          fix: 'Send only the fields that are asked for.',
        });
  } catch {
    return unreadable;
  }
}

/** Walks without calling itself, because the depth of what strangers send is theirs to choose. */
function isOfReasonableShape(value: unknown): boolean {
  let level: unknown[] = [value];
  let count = 1;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH || count > MAX_VALUES) return false;
    level = level.flatMap((part) => (typeof part === 'object' && part !== null ? Object.values(part) : []));
    count += level.length;
  }
  return true;
}

function refused(
  isForm: boolean,
  status: 400 | 413 | 415,
  error: Pick<RequestError, 'problem' | 'fix'>,
): Extract<Body, { kind: 'refused' }> {
  return { kind: 'refused', isForm, status, error: { field: '', ...error } };
}
