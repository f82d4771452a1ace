import { asksForManual, manualInWords } from './manual.ts';
import { MANUALS, type Command } from './manuals.ts';
import { stopWithMistakes } from './stop-with-mistakes.ts';

/**
 * Runs a command with the words behind it, or prints what words there are where they ask for that. Mistakes are
 * printed as by `stopWithMistakes`.
 */
export async function runCommand(
  command: Command,
  run: (words: readonly string[]) => Promise<void>,
  words = process.argv.slice(2),
): Promise<void> {
  if (asksForManual(words)) console.log(manualInWords(command, MANUALS[command]));
  else await stopWithMistakes(() => run(words));
}
