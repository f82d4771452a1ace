import { didYouMean } from '../errors/did-you-mean.ts';
import type { UserError } from '../errors/user-error.ts';
import { readMoment } from '../video/moment-address.ts';
import { linksOf } from './check-addresses.ts';
import type { Beside, SoundEdition } from './sound-edition.ts';

/** Links to a heading (`#anchor`) that no variant of the article has: they open the page, but not at the place. */
export function fragmentWarnings({ edition, tree }: SoundEdition, { anchorsOf }: Beside): UserError[] {
  return linksOf(tree).flatMap(({ href, line }) => {
    const [, slug = edition.slug, anchor] = /^(?:\/articles\/([^/#?]+)[^#]*)?#(.+)$/.exec(href) ?? [];
    if (anchor === undefined || readMoment(anchor)) return [];
    const known = anchorsOf(slug);
    if (!known || known.has(decoded(anchor))) return [];
    const whose = slug === edition.slug ? 'this article' : `"${slug}"`;
    return [
      {
        problem: `No variant of ${whose} has a heading with the anchor "#${anchor}".`,
        where: { file: edition.file, line },
        fix: `${didYouMean(decoded(anchor), [...known])}An anchor is the heading in lower case, with hyphens for spaces.`,
      },
    ];
  });
}

/** Browsers write letters beyond ASCII as `%C3%A4`. */
function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
