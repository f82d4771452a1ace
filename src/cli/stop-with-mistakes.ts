import { Mistakes } from '../errors/user-error.ts';
import { WrongWords } from './wrong-words.ts';

/**
 * Runs a command; mistakes that somebody can mend are printed without a stack trace, and end it with status 1, or with 2
 * where they are in the words behind it.
 */
export async function stopWithMistakes(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const mistakes = mistakesIn(error);
    if (!mistakes) throw error;
    console.error(mistakes.message);
    process.exitCode = mistakes instanceof WrongWords ? 2 : 1;
  }
}

/** Vite loads its own copy of the class, so the name decides. Astro may wrap what a loader threw. */
function mistakesIn(error: unknown): Error | undefined {
  for (let here = error; here instanceof Error; here = here.cause) {
    if (here instanceof Mistakes || here.name === 'Mistakes') return here;
  }
  return undefined;
}
