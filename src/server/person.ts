/** Somebody as far as we can tell one from others: addresses as they were written, and keys of phone numbers. */
export type Person = { emails: ReadonlySet<string>; phones: ReadonlySet<string> };

/** Countries and exchanges are dialled in several ways; the last nine digits are the same in all of them. */
const DIGITS_THAT_TELL = 9;
const FEWEST_DIGITS = 6;

/** Equal for addresses that differ in case alone: strictly two mailboxes, in truth never. */
export function emailKey(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

/** Equal for numbers that reach the same phone; undefined for one that is too short to tell. */
export function phoneKey(phone: string): string | undefined {
  const digits = phone.normalize('NFKC').replace(/\D/g, '');
  return digits.length < FEWEST_DIGITS ? undefined : digits.slice(-DIGITS_THAT_TELL);
}

/** Whether `text` holds one of the addresses or numbers, however it is written. */
export function isNamedIn(text: string, { emails, phones }: Person): boolean {
  const plain = text.normalize('NFKC');
  if ([...emails].some((email) => asWhole(email).test(plain))) return true;
  if (phones.size === 0) return false;
  const numbers = (plain.match(NUMBER) ?? []).map((number) => number.replace(/\D/g, ''));
  return numbers.some((digits) => [...phones].some((key) => digits.includes(key)));
}

/** Not as a part of somebody else's address. */
function asWhole(email: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}._%+-])${RegExp.escape(email)}(?!-?[\\p{L}\\p{N}]|\\.\\p{L})`, 'iu');
}

/** Digits with what people write between them. */
const NUMBER = /\d(?:[\s\p{Cf}\p{Pd}()./_]{0,3}\d){5,}/gu;
