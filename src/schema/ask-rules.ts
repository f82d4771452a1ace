/**
 * The rules for what a person types into the form that reaches a person, without zod, which is too large for a browser
 * that only asks for an answer. escalation.ts makes its shape of them, ask-problems.ts tells without it what is wrong.
 */

/** Room for 100 kB of pasted log; nobody who needs a person is turned away for being thorough. */
export const MAX_TEXT_LENGTH = 120_000;

/** The longest that each field may be, in characters as JavaScript counts them. */
export const MAX_LENGTHS = { name: 200, email: 254, phone: 60, goodTime: 200, message: MAX_TEXT_LENGTH } as const;

/** Labels cannot be ambiguous: no part may be empty, and one address is one address (no commas, no angle brackets). */
const EMAIL = /^[^\s@,;:<>()[\]\\"\p{Cc}]+@(?:[^\s@.,;:<>()[\]\\"\p{Cc}]+\.)+[^\s@.,;:<>()[\]\\"\p{Cc}]{2,}$/u;
const FEWEST_DIGITS = 4;

/** One address and nothing else. */
export function isMailAddress(typed: string): boolean {
  return EMAIL.test(typed);
}

/** Digits of any script, with whatever signs people part them by. */
export function isPhoneNumber(typed: string): boolean {
  return (typed.match(/\p{Nd}/gu)?.length ?? 0) >= FEWEST_DIGITS;
}

/** Whether it can stand on one line: tabs, line breaks and other invisible characters cannot. */
export function isOneLine(typed: string): boolean {
  return !/\p{Cc}/u.test(typed);
}

/** Whether a database can keep it. */
export function isKeepable(typed: string): boolean {
  return !typed.includes('\0');
}

export function saysSomething(typed: string): boolean {
  return typed.trim() !== '';
}
