import type { UserError } from '../errors/user-error.ts';
import type { Wanted } from '../server/forget-person.ts';
import { WrongWords } from './wrong-words.ts';

/** Reads the words behind `npm run forget --`. Throws `WrongWords` where they name nobody, or several. */
export function readForgetWords(words: readonly string[]): { wanted: Wanted; sure: boolean; typed: string } {
  const options = words.filter((word) => word.startsWith('-'));
  const [typed, ...more] = words.filter((word) => !word.startsWith('-'));
  const unknown = options.filter((option) => option !== '--yes');
  const mistakes = unknown.map((option) =>
    mistake(option, `There is no option ${option}.`, 'The only one is --yes: then it is removed.'),
  );
  const fix = 'Write npm run forget -- jo@example.com, or npm run forget -- 7K3F-9Q2M.';
  if (typed === undefined || more.length > 0) {
    mistakes.push(mistake('', 'It needs one e-mail address, or the reference of one request.', fix));
  } else if (!typed.includes('@') && !REFERENCE.test(typed)) {
    mistakes.push(mistake(typed, 'This is neither an e-mail address nor a reference.', fix));
  }
  if (typed === undefined || mistakes.length > 0) throw new WrongWords('Nothing was removed.', mistakes);
  const wanted: Wanted = typed.includes('@')
    ? { kind: 'email', email: typed }
    : { kind: 'reference', reference: typed.toUpperCase() };
  return { wanted, sure: options.includes('--yes'), typed };
}

const REFERENCE = /^[0-9A-Z]{4}-[0-9A-Z]{4}$/i;

function mistake(field: string, problem: string, fix: string): UserError {
  return { problem, where: { file: 'npm run forget', field }, fix };
}
