import { MAX_QUERY_LENGTH } from '../schema/search-log.ts';

/**
 * A search without what could say who searched; what is cut out leaves "…". E-mail addresses and numbers of five
 * digits or more always go, as the contract has it, and so do secrets that people paste: keys, tokens, the rest of a
 * web address after its host, the name in a path to somebody's own folder.
 *
 * It rather cuts too much: of "0x80070005" stays "0x…", of "KB5034441" stays "KB…", and four versions in a row may
 * pass for a phone number. Codes of up to four digits stay whole. Names of people cannot be told from other words.
 */
export function withoutPersonalDetails(query: string): string {
  // What is cut off at its end could be half an address, which nobody would recognise any more.
  const whole = query.length < MAX_QUERY_LENGTH ? query : query.replace(/\S+$/, CUT);
  return whole
    .replace(SPELLED_ADDRESS, CUT)
    .replace(ADDRESS, CUT)
    .replace(WEB_ADDRESS, `$<host>/${CUT}`)
    .replace(OWN_FOLDER, `$<above>${CUT}`)
    .replace(HARDWARE_ADDRESS, CUT)
    .replace(LONG_WORD, (word) => (isSecret(word) ? CUT : word))
    .replace(NUMBER, CUT)
    .trim()
    .replace(/\s+/g, ' ');
}

const CUT = '…';

/** "jo@example.com", in any script, with whatever clings to it. A sign that stands alone is a question about a key. */
const ADDRESS = /\S+(?:[@＠﹫]|%40)\S*/giu;

/** "jo @ example.com", "jo (at) example (dot) com" and "jo at example dot com". */
const SPELLED_ADDRESS =
  /\S+\s*(?:[@＠﹫]\s*[^\s.]+\.\S+|[([{]\s*at\s*[)\]}]\s*\S+(?:\s*[([{]\s*dot\s*[)\]}]\s*\S+)*|\sat\s+\S+(?:\s+dot\s+\S+)+)/giu;

/** Private addresses and sign-in links carry their secret after the host. */
const WEB_ADDRESS = /(?<host>https?:\/\/[^\s/?#]+)[/?#]\S+/giu;

/** "C:\Users\Jo Bloggs\Documents", "/home/jo". */
const OWN_FOLDER = /(?<above>[\\/](?:users|home)[\\/])(?:[^\s\\/][^\\/\r\n]{0,40}(?=[\\/])|[^\s\\/]+)/giu;

/** Addresses of network cards and of the internet's version 6. */
const HARDWARE_ADDRESS = /(?<![\p{L}\p{N}])(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{1,4}(?![\p{L}\p{N}])/giu;

/** Long enough for a licence key, a token or a UUID. Without a digit it is a word, in many languages. */
const LONG_WORD = /[A-Za-z0-9_+=~-]{16,}/g;

/** Digits of any script, with blanks, dots, dashes, brackets or what comes unseen from a telephone between them. */
const NUMBER = /[+(（]*\p{Nd}(?:(?:[\s\p{Cf}\p{Pd}()（）.·_/−]{0,3}|[,'’])\p{Nd}){4,}/gu;

/** Digits strewn among letters are no word. "ERR_HTTP2_PROTOCOL_ERROR" and "NL-1042-DISK-FULL" have them in one place. */
function isSecret(word: string): boolean {
  const groups = word.match(/[0-9]+/g) ?? [];
  if (groups.length >= 4 || groups.join('').length >= 6) return true;
  return word.length >= 32 && groups.length > 0 && /[a-z]/.test(word) && /[A-Z]/.test(word);
}
