import { mdxToHast } from 'satteri';
import type { UserError } from '../errors/user-error.ts';
import type { Edition } from '../schema/article.ts';
import type { Tree } from './tree.ts';

/** The body of an edition as a tree, or the first place where it cannot be read as MDX. */
export function parseBody(edition: Pick<Edition, 'file' | 'source'>): { tree: Tree } | { mistake: UserError } {
  try {
    return { tree: mdxToHast(edition.source) as Tree };
  } catch (error) {
    return { mistake: readingMistake(error, edition.file) };
  }
}

/** As `parseBody`, for an edition that was checked before. */
export function parseCheckedBody(edition: Pick<Edition, 'file' | 'source'>): Tree {
  const parsed = parseBody(edition);
  if ('mistake' in parsed)
    throw new Error(`${edition.file} was not checked before it was compiled: ${parsed.mistake.problem}`);
  return parsed.tree;
}

function readingMistake(error: unknown, file: string): UserError {
  const message = error instanceof Error ? error.message : String(error);
  const [, line, problem] = /^(\d+):\d+: (.*?)(?: \([a-z-]+:[a-z-]+\))?$/s.exec(message) ?? [
    undefined,
    undefined,
    message,
  ];
  return {
    problem: `This cannot be read as MDX: ${problem}.`,
    where: { file, line: line === undefined ? undefined : Number(line) },
    fix: fixFor(problem ?? ''),
  };
}

function fixFor(problem: string): string {
  if (/closing tag for/.test(problem))
    return 'Close the tag, and leave an empty line before and after Markdown inside it.';
  if (/Unexpected closing tag/.test(problem)) return 'Remove this closing tag, or open the tag before it.';
  if (/expression|brace/.test(problem))
    return 'A curly brace starts code in MDX. To show one, write \\{ or put it in backquotes.';
  return 'To show "<" or "{" as text, write \\< or \\{.';
}
