import { posix } from 'node:path';
import { decodedPath } from '../articles/decoded-path.ts';
import { didYouMean } from '../errors/did-you-mean.ts';
import { DECORATION } from './pictures-in.ts';

/** Endings of what browsers show. */
export const SHOWN = /\.(avif|gif|jpe?g|png|svg|webp)$/i;
/** Endings of other pictures, which writers may have at hand. */
const NOT_SHOWN = /\.(bmp|heic|heif|ico|jp2|jxl|pdf|psd|raw|tga|tiff?|xcf)$/i;

type Content = {
  /** Path of the article below the content folder. */
  article: string;
  /** Paths of all files below the content folder, with "/". */
  names: readonly string[];
  /** A path below the content folder as writers see it. */
  shown: (name: string) => string;
};

/** The file below the content folder that `address`, written in an article, means; or why it means none. */
export function findPicture(
  address: string,
  { article, names, shown }: Content,
): { name: string } | { problem: string; fix: string } {
  const bare = address.startsWith(DECORATION) ? address.slice(DECORATION.length) : address;
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(bare)) {
    return {
      problem: 'This picture would come from another site, which would then know who reads what.',
      fix: 'Put a copy of it beside the article, and name that: ![What is on it](./name.png).',
    };
  }
  if (bare.startsWith('/')) {
    return {
      problem: `Pictures stand beside their article, and "${bare}" names none that does.`,
      fix: `Put the file beside the article, and write ![What is on it](./${posix.basename(bare)}).`,
    };
  }
  const folder = posix.dirname(article);
  const name = posix.normalize(posix.join(folder, decodedPath(bare) ?? bare));
  if (name === '..' || name.startsWith('../')) {
    return {
      problem: `"${bare}" leads out of the content folder.`,
      fix: 'Put the file beside the article or below it: what is outside is not published.',
    };
  }
  const found = sameName(name, names);
  if (found === undefined) {
    const known = names.filter((other) => SHOWN.test(other)).map((other) => addressFrom(folder, other));
    return {
      problem: bare === '' ? 'This picture names no file.' : `There is no file ${shown(name)}.`,
      fix: `${didYouMean(name === folder ? bare : addressFrom(folder, name), known)}Put the file beside the article, or correct the name.`,
    };
  }
  if (SHOWN.test(found)) return { name: found };
  const ending = posix.extname(name);
  return {
    problem: NOT_SHOWN.test(name) ? `Browsers show no ${ending} files.` : `${shown(name)} is no picture.`,
    fix: 'Save it as PNG (what was on a screen), JPEG (a photograph) or SVG (a drawing), and name that file.',
  };
}

/** The file that takes the place of `name` in the dark theme, if there is one: `name.dark.png` for `name.png`. */
export function darkTwinOf(name: string, names: readonly string[]): string | undefined {
  const twin = name.replace(/(\.[^./]+)$/, '.dark$1');
  return sameName(twin, names);
}

/** The file of that name, as it is written on the disk: macOS may write the dots of `ü` apart (NFD), writers do not. */
function sameName(name: string, names: readonly string[]): string | undefined {
  if (names.includes(name)) return name;
  // Plain letters are written in one way.
  if (/^[ -~]*$/.test(name)) return undefined;
  const normalised = name.normalize();
  return names.find((other) => other.normalize() === normalised);
}

function addressFrom(folder: string, name: string): string {
  const path = posix.relative(folder, name);
  return path.startsWith('../') ? path : `./${path}`;
}
