import { didYouMean } from '../errors/did-you-mean.ts';
import type { UserError } from '../errors/user-error.ts';
import type { Product } from '../schema/catalogue.ts';
import type { Cut } from '../schema/video.ts';
import { readersOf, type Reader } from '../variants/reader.ts';
import { rangeMistake } from '../variants/unknown-reader.ts';
import { isFor } from '../video/choose-cut.ts';
import type { VideoWithLines } from './read-videos.ts';
import type { Unchecked } from './unchecked.ts';

/** A video where one reader of an article sees it. */
export type Shown = { video: string; reader: Reader; product: Product };

type ForWhom = Pick<Cut, 'audiences' | 'versions'>;
type Mistake = { problem: string; fix: string };

/**
 * Mistakes in whom cuts are for. A video names no product: its ranges are about those whose articles show it.
 * With `allParsed` false some article could not be read, so a cut that nobody sees may well be seen.
 */
export function checkCuts(
  content: Unchecked,
  shown: readonly Shown[],
  { allParsed }: { allParsed: boolean },
): UserError[] {
  return content.videos.flatMap((video) => {
    const here = shown.filter((one) => one.video === video.id);
    const products = [...new Set(here.map(({ product }) => product))];
    const tell = (field: string, mistake: Mistake): UserError => ({
      ...mistake,
      where: { file: video.file, line: video.lineOf(field) ?? 1, field },
    });
    if (here.length === 0 && allParsed)
      return [
        tell('cuts', {
          problem: 'No article shows this video.',
          fix: `Write <Video id="${video.id}" /> into one, or delete this file.`,
        }),
      ];
    return video.cuts.flatMap((cut, index) => {
      const field = `cuts[${index}]`;
      const unknown = [
        ...unknownAudiences(cut, content).map(({ at, ...mistake }) => tell(`${field}.audiences[${at}]`, mistake)),
        ...rangeMistakes(cut, products).map((mistake) => tell(`${field}.versions`, mistake)),
      ];
      // Whom a misspelt cut is for is not known: that nobody sees it would be a second, false mistake.
      if (unknown.length > 0) return unknown;
      const overlap = overlapWith(video, index, products);
      if (overlap) return [tell(field, overlap)];
      const isSeen = here.some(({ reader, product }) => isFor(cut, product, reader));
      return isSeen || !allParsed ? [] : [tell(field, nobody())];
    });
  });
}

function unknownAudiences({ audiences = [] }: ForWhom, content: Unchecked): (Mistake & { at: number })[] {
  const known = content.audiences.map(({ id }) => id);
  return audiences.flatMap((audience, at) =>
    known.includes(audience)
      ? []
      : [
          {
            at,
            problem: `"${audience}" is not an audience of this site.`,
            fix: `${didYouMean(audience, known)}Audiences are listed in ${content.files.audiences}.`,
          },
        ],
  );
}

/** A range may be about one of several products; it is a mistake where it is about none. */
function rangeMistakes({ versions }: ForWhom, products: readonly Product[]): Mistake[] {
  const mistakes = versions === undefined ? [] : products.map((product) => rangeMistake(versions, product));
  const [first] = mistakes;
  return first && mistakes.every(Boolean) ? [first] : [];
}

function overlapWith({ cuts }: VideoWithLines, index: number, products: readonly Product[]): Mistake | undefined {
  const cut = cuts[index];
  if (!cut) return undefined;
  for (const product of products) {
    for (const reader of readersOf({}, product)) {
      const other = cuts.slice(0, index).findIndex((before) => isFor(before, product, reader));
      if (other === -1 || !isFor(cut, product, reader)) continue;
      return {
        problem: `Two cuts are for version ${reader.version}, "${reader.audience}": this one and cuts[${other}].`,
        fix: 'Narrow versions or audiences of one of them.',
      };
    }
  }
  return undefined;
}

function nobody(): Mistake {
  return {
    problem: 'Nobody ever sees this cut: no article shows the video to readers whom it is for.',
    fix: 'Widen versions or audiences of the cut, show the video to them, or delete the cut.',
  };
}
