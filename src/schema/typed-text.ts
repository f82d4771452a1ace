import { z } from 'zod';
import { isKeepable, isOneLine } from './ask-rules.ts';

/** One line that a person typed: trimmed at its ends, never empty. */
export function line(maxLength: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(maxLength, { abort: true })
    .refine(isOneLine, {
      error: 'Write it on one line, without tabs or other invisible characters.',
      params: { problem: 'This has characters in it that cannot be kept.' },
    });
}

/** What a person typed, kept exactly as it is: markup, emoji and either direction of writing included. */
export function text(maxLength: number) {
  return z
    .string()
    .max(maxLength, { abort: true })
    .refine(isKeepable, {
      error: 'Take out the NUL character (code 0) and send it again.',
      params: { problem: 'This has a character in it that cannot be kept.' },
    })
    .transform((typed) => typed.toWellFormed());
}

/**
 * Text that our own page put together. It is cut to `maxLength` rather than refused, because the reader who sends it
 * has no way to mend it.
 */
export function clipped(maxLength: number) {
  return z.string().transform((written) => written.replaceAll('\0', '\uFFFD').slice(0, maxLength).toWellFormed());
}

/** The last `maxCount` of a list that our own page put together; earlier ones are dropped rather than refused. */
export function lastOf<Entry extends z.ZodType>(entry: Entry, maxCount: number) {
  return z
    .array(entry)
    .default([])
    .transform((entries) => entries.slice(-maxCount));
}
