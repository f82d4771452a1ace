import type { UserError } from '../errors/user-error.ts';

/** The bytes of a file as text, or the first line that is not UTF-8: other letters would be shown wrongly. */
export function decodeUtf8(bytes: Uint8Array, file: string): { text: string } | { mistake: UserError } {
  const text = decoded(bytes);
  if (text !== undefined) return { text };
  return {
    mistake: {
      problem: 'This file is not written in UTF-8, so its letters cannot be told for sure.',
      where: { file, line: firstWrongLine(bytes) },
      fix: 'Save it again with the encoding UTF-8; most editors offer it under “Save as”.',
    },
  };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Bytes that are not UTF-8 are what is asked about.
    return undefined;
  }
}

function firstWrongLine(bytes: Uint8Array): number {
  const newLine = 0x0a;
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(newLine, start);
    const stop = end === -1 ? bytes.length : end;
    if (decoded(bytes.subarray(start, stop)) === undefined) return line;
    start = stop + 1;
  }
  return 1;
}
