import { didYouMean } from '../errors/did-you-mean.ts';
import type { UserError } from '../errors/user-error.ts';
import type { Site } from '../schema/site.ts';
import { NEEDED_RATIO, isReadable, nearestReadable, seenIn } from './accent.ts';
import { pictureAt } from './picture-at.ts';
import { THEMES, type Theme } from './palette.ts';
import { COLOR_FORMS, parseColor } from './parse-color.ts';
import { hexOf, type Rgb } from './rgb.ts';

/** Where a site's look is written, and the files that it may name, by their paths in the two folders. */
type Where = {
  file: string;
  lineOf: (field: string) => number | undefined;
  contentNames: readonly string[];
  publicNames: readonly string[];
};

type Found = { field: string; problem: string; fix: string };

/** Accents that cannot be read, and pictures that are not there. */
export function checkLook(look: Site['look'], { file, lineOf, ...names }: Where): UserError[] {
  const found = [
    ...THEMES.flatMap((theme) => checkAccent(theme, look)),
    ...THEMES.flatMap((theme) => checkPicture(`look.logo.${theme}`, look.logo?.[theme], names)),
    ...checkPicture('look.icon', look.icon, names),
  ];
  return found.map(({ field, problem, fix }) => ({ problem, fix, where: { file, line: lineOf(field), field } }));
}

function checkAccent(theme: Theme, { accent }: Site['look']): Found[] {
  const written = accent?.[theme];
  if (written === undefined) return [];
  const field = `look.accent.${theme}`;
  const color = parseColor(written);
  if (!color) {
    return [
      {
        field,
        problem: `"${written}" is not a colour in a form that is read here.`,
        fix: `Write it in quotes, and not see-through: ${COLOR_FORMS}.`,
      },
    ];
  }
  const worst = seenIn(theme, color)[0];
  if (!worst || worst.ratio >= NEEDED_RATIO) return [];
  const nearest = hexOf(nearestReadable(theme, color));
  return [
    {
      field,
      problem:
        `"${written}" cannot be read well in the ${theme} theme: its contrast with --${worst.token} ` +
        `(${hexOf(worst.against)}) is ${rounded(worst.ratio)}:1, and text needs ${NEEDED_RATIO}:1 (WCAG 2.2, 1.4.3).`,
      fix: `The nearest colour that passes is "${nearest}".${keepElsewhere(theme, color, written, nearest, accent)}`,
    },
  ];
}

/** A bright colour of a brand that is named for both themes is not lost: at night it may well be read. */
function keepElsewhere(
  theme: Theme,
  color: Rgb,
  written: string,
  nearest: string,
  accent: Site['look']['accent'],
): string {
  if (theme === 'dark' || accent?.dark !== undefined || !isReadable('dark', color)) return '';
  return ` In the dark theme yours can stay: accent: { light: "${nearest}", dark: "${written}" }.`;
}

/** Down, so that what misses by a little is not told as if it had passed. */
function rounded(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toFixed(2);
}

function checkPicture(
  field: string,
  written: string | undefined,
  names: Pick<Where, 'contentNames' | 'publicNames'>,
): Found[] {
  if (written === undefined) return [];
  const { folder, name } = pictureAt(written);
  const said =
    folder === 'public' ? 'A path that begins with "/" is looked for in public/' : 'It is looked for beside site.yaml';
  if (!/\.(svg|png)$/.test(name)) {
    return [
      { field, problem: `"${written}" is neither an SVG nor a PNG.`, fix: 'Name a file that ends in .svg or .png.' },
    ];
  }
  const known = (folder === 'public' ? names.publicNames : names.contentNames).filter((one) =>
    /\.(svg|png)$/.test(one),
  );
  if (known.includes(name)) return [];
  return [{ field, problem: `There is no file "${written}".`, fix: `${didYouMean(name, known)}${said}.` }];
}
