import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { didYouMean } from '../errors/did-you-mean.ts';
import type { UserError } from '../errors/user-error.ts';
import { ACTS, isActName, type ActName } from './team-act-words.ts';
import { WrongWords } from './wrong-words.ts';

export type EscalationsWanted =
  | { kind: 'list'; json: boolean }
  | { kind: 'show'; reference: string }
  | { kind: 'retry'; reference: string | undefined }
  | { kind: 'deliver-by-hand'; reference: string; ticket: string }
  | {
      kind: 'act';
      reference: string;
      act: ActName;
      options: Readonly<Record<string, string>>;
      author?: string;
    };

const COMMANDS = ['show', 'retry', 'deliver-by-hand', ...Object.keys(ACTS)];
/** The option of each act that holds a sentence, behind those that have to be there as well. */
const WORDS_BEHIND: Readonly<Partial<Record<ActName, string>>> = {
  answer: '--text',
  note: '--text',
  'move-promise': '--until TIME --text',
  resolve: '--outcome OUTCOME --why',
};
const FOR_ACTS = [...new Set(Object.values(ACTS).flat()), 'author'];
const OPTIONS: ParseArgsOptionsConfig = {
  json: { type: 'boolean' },
  ticket: { type: 'string' },
  ...Object.fromEntries(FOR_ACTS.map((name) => [name, { type: 'string' as const }])),
};

/** Reads the words behind `npm run escalations --`. Throws `WrongWords` where they say nothing that can be done. */
export function readEscalationsWords(words: readonly string[]): EscalationsWanted {
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: OPTIONS,
    strict: false,
    tokens: true,
  });
  const unknown = tokens.flatMap((token) => (token.kind === 'option' && !(token.name in OPTIONS) ? [token] : []));
  const [command, typed, ...rest] = positionals;
  const mistakes: UserError[] = unknown.map(({ rawName }) =>
    mistake(rawName, `There is no option ${rawName}.`, optionsOf(command)),
  );
  if (command !== undefined && !COMMANDS.includes(command)) {
    const fix = `${didYouMean(command, COMMANDS)}Write ${COMMANDS.join(', ')}, or help, or nothing to list who waits.`;
    mistakes.push(mistake(command, `There is nothing called "${command}" to do.`, fix));
  } else if (command !== undefined && typed === undefined) {
    const fix = `Write npm run escalations -- ${command} 7K3F-9Q2M${command === 'retry' ? ', or retry all' : ''}.`;
    mistakes.push(mistake(command, 'It needs the reference of one escalation.', fix));
  } else if (command !== undefined && rest.length > 0) {
    mistakes.push(tooManyWords(command, typed ?? '', rest));
  } else if (command === 'deliver-by-hand' && !given(values['ticket'])) {
    const fix = 'Add --ticket and what it is called where it is now: --ticket 4711, or --ticket "called back".';
    mistakes.push(mistake('--ticket', 'It needs the ticket under which you took it over.', fix));
  }
  if (mistakes.length > 0) throw new WrongWords('Nothing was done.', mistakes);
  const reference = (typed ?? '').toUpperCase();
  if (command !== undefined && isActName(command)) {
    const names: readonly string[] = ACTS[command];
    const options = Object.fromEntries(
      names.flatMap((name) => (given(values[name]) ? [[name, String(values[name])]] : [])),
    );
    const author = given(values['author']) ? { author: String(values['author']).trim() } : {};
    return { kind: 'act', reference, act: command, options, ...author };
  }
  switch (command) {
    case 'show':
      return { kind: 'show', reference };
    case 'retry':
      return { kind: 'retry', reference: reference === 'ALL' ? undefined : reference };
    case 'deliver-by-hand':
      return { kind: 'deliver-by-hand', reference, ticket: String(values['ticket']).trim() };
    default:
      return { kind: 'list', json: values['json'] === true };
  }
}

/** What is to be said gets written where it would stand in most other commands: behind the reference. */
function tooManyWords(command: string, reference: string, rest: readonly string[]): UserError {
  const options = isActName(command) ? WORDS_BEHIND[command] : undefined;
  const [first = ''] = rest;
  if (options === undefined) {
    const fix = `Write npm run escalations -- ${command} ${reference}, one reference at a time.`;
    return mistake(first, `"${first}" is one word too many.`, fix);
  }
  const fix = `Write npm run escalations -- ${command} ${reference.toUpperCase()} ${options} "${rest.join(' ')}".`;
  return mistake(first, `The text has to stand behind ${options.split(' ').at(-1)}, in quotation marks.`, fix);
}

function optionsOf(command: string | undefined): string {
  if (command === undefined || !isActName(command)) return 'The options are --json, and --ticket for deliver-by-hand.';
  return `The options of ${command} are --${[...ACTS[command], 'author'].join(', --')}.`;
}

/** An option that lacks its value is read as `true`. */
function given(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function mistake(field: string, problem: string, fix: string): UserError {
  return { problem, where: { file: 'npm run escalations', field }, fix };
}
