import { mdxToHast } from 'satteri';
import type { UserError } from '../errors/user-error.ts';
import type { Edition } from '../schema/article.ts';
import { parseMistake } from './parse-mistake.ts';
import type { Tree } from './tree.ts';

/** The body of an edition as a tree, or the first place where it cannot be read as MDX. */
export function parseBody(edition: Pick<Edition, 'file' | 'source'>): { tree: Tree } | { mistake: UserError } {
  try {
    return { tree: mdxToHast(edition.source) as Tree };
  } catch (error) {
    return { mistake: parseMistake(error, edition) };
  }
}

/** As `parseBody`, for an edition that was checked before. */
export function parseCheckedBody(edition: Pick<Edition, 'file' | 'source'>): Tree {
  const parsed = parseBody(edition);
  if ('mistake' in parsed)
    throw new Error(`${edition.file} was not checked before it was compiled: ${parsed.mistake.problem}`);
  return parsed.tree;
}
