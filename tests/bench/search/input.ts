import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { didYouMean } from '../../../src/errors/did-you-mean.ts';
import { Mistakes, type UserError } from '../../../src/errors/user-error.ts';

/** What a run of this bench is to measure. */
export type Input = {
  corpus: string;
  queries: string;
  /** Without it nobody knows which answers are right, and quality is not measured. */
  qrels: string | undefined;
  articles: number;
  perKind: number;
  /** Names in lower case. */
  rivals: readonly string[];
};

export const USAGE =
  '--corpus <file.jsonl[.gz]> --queries <file.jsonl> [--qrels <file.tsv>] [--articles <how many>] ' +
  '[--queries-per-kind <how many>] [--rivals none|all|<names>]';

const FILES = {
  corpus: 'a file of articles, JSON lines {id, title, body_markdown}',
  queries: 'a file of questions, JSON lines {qid, kind, text}',
  qrels: 'a file of answers: qid, id of the article and 1, parted by tabs',
};
const COUNTS = ['articles', 'queries-per-kind'] as const;

/** Reads the words behind the bench's name. Throws `Mistakes` with all that is missing or cannot be meant. */
export function readInput(words: readonly string[], known: readonly string[]): Input {
  const values = readFlags(words);
  const named = (values.rivals ?? 'none').toLowerCase().split(',').filter(Boolean);
  const rivals = named.flatMap((name) => (name === 'all' ? known : name === 'none' ? [] : [name]));
  const mistakes = [
    ...Object.entries(FILES).flatMap(([flag, what]) => fileMistake(flag, what, values[flag as keyof typeof FILES])),
    ...COUNTS.flatMap((flag) => countMistake(flag, values[flag])),
    ...rivals.flatMap((name) => rivalMistake(name, known)),
  ];
  if (mistakes.length > 0) throw new Mistakes('npm run bench:search cannot begin.', mistakes);
  return {
    corpus: values.corpus ?? '',
    queries: values.queries ?? '',
    qrels: values.qrels,
    articles: Number(values.articles ?? Number.POSITIVE_INFINITY),
    perKind: Number(values['queries-per-kind'] ?? Number.POSITIVE_INFINITY),
    rivals,
  };
}

function readFlags(words: readonly string[]) {
  const string = { type: 'string' } as const;
  const options = {
    corpus: string,
    queries: string,
    qrels: string,
    articles: string,
    'queries-per-kind': string,
    rivals: string,
  };
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    const where = { file: 'npm run bench:search' };
    throw new Mistakes('npm run bench:search cannot begin.', [{ problem, where, fix: `Write ${USAGE}.` }]);
  }
}

function fileMistake(flag: string, what: string, path: string | undefined): UserError[] {
  const where = { file: `--${flag}` };
  if (path !== undefined && existsSync(path)) return [];
  if (path !== undefined) return [{ problem: `There is no file ${path}.`, where, fix: `It names ${what}.` }];
  if (flag === 'qrels') return [];
  return [{ problem: 'It is missing.', where, fix: `Add --${flag} and ${what}.` }];
}

function countMistake(flag: string, value: string | undefined): UserError[] {
  if (value === undefined || (Number.isInteger(Number(value)) && Number(value) > 0)) return [];
  return [
    { problem: `"${value}" is no number of them.`, where: { file: `--${flag}` }, fix: 'Write a whole number from 1.' },
  ];
}

function rivalMistake(name: string, known: readonly string[]): UserError[] {
  if (known.includes(name)) return [];
  const fix = `${didYouMean(name, known)}Write none, all, or some of ${known.join(',')}.`;
  return [{ problem: `"${name}" is no rival that this bench knows.`, where: { file: '--rivals' }, fix }];
}
