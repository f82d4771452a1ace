import { didYouMean } from '../errors/did-you-mean.ts';
import { Mistakes } from '../errors/user-error.ts';
import { asksForManual, manualInWords, wordsOf, type Manual } from './manual.ts';
import { MANUALS, type Command } from './manuals.ts';
import { stopWithMistakes } from './stop-with-mistakes.ts';

/**
 * Runs a command with the words behind it, or prints what words there are where they ask for that. Mistakes are
 * printed as by `stopWithMistakes`. Where the manual names every word, another one is refused.
 */
export async function runCommand(
  command: Command,
  run: (words: readonly string[]) => Promise<void> | void,
  words = process.argv.slice(2),
): Promise<void> {
  const manual: Manual = MANUALS[command];
  const known = wordsOf(manual);
  const stranger = words.find((word) => known?.includes(word) === false);
  if (asksForManual(words)) console.log(manualInWords(command, manual));
  else if (known && stranger !== undefined) refuseWord(command, stranger, ...notAmong(known, stranger));
  else await stopWithMistakes(async () => run(words));
}

/** Tells of a word that a command cannot take, with how to mend it, and ends it with status 2, before it did anything. */
export function refuseWord(command: string, word: string, problem: string, fix: string): void {
  const where = { file: `npm run ${command}`, field: word };
  console.error(new Mistakes('Nothing was done.', [{ problem, where, fix }]).message);
  process.exitCode = 2;
}

function notAmong(known: readonly string[], stranger: string): [problem: string, fix: string] {
  if (known.length === 0) return [`It takes no word, and "${stranger}" is one.`, 'Leave it out.'];
  const fix = `${didYouMean(stranger, known)}Write ${known.join(' or ')}, or leave it out.`;
  return [`"${stranger}" is no word that it knows.`, fix];
}
