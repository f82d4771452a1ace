import type { UserError } from '../errors/user-error.ts';
import { readerKey } from '../variants/choose-edition.ts';
import { readersOf } from '../variants/reader.ts';
import type { Beside, SoundEdition } from './sound-edition.ts';

type Told = { field: string; problem: string; fix: string };

/** What to look at in the fields above a text: reviews, related articles, keywords. */
export function fieldWarnings(sound: SoundEdition, beside: Beside): UserError[] {
  const { edition } = sound;
  // Nobody reads a draft yet, so nobody is misled by it.
  const told = edition.frontmatter.draft
    ? []
    : [...review(sound, beside), ...relatedToNobody(sound, beside), ...idleKeywords(sound)];
  return told.map(({ field, problem, fix }) => ({
    problem,
    fix,
    where: { file: edition.file, line: edition.lineOf(field), field },
  }));
}

function review({ edition }: SoundEdition, { today, reviewEvery }: Beside): Told[] {
  const reviewed = Temporal.PlainDate.from(edition.frontmatter.reviewed);
  const due = reviewed.add(reviewEvery);
  if (Temporal.PlainDate.compare(reviewed, today) > 0) {
    return [
      {
        field: 'reviewed',
        problem: `The day of the review, ${reviewed}, is yet to come.`,
        fix: 'Write the day on which a person last checked this article.',
      },
    ];
  }
  if (Temporal.PlainDate.compare(due, today) >= 0) return [];
  return [
    {
      field: 'reviewed',
      problem: `Nobody has checked this article since ${reviewed}; its review was due on ${due}.`,
      fix: `Try what it says, mend it, and write today's date. How long a review holds is "reviewEvery" in site.yaml.`,
    },
  ];
}

function relatedToNobody({ edition, product }: SoundEdition, { bySlug }: Beside): Told[] {
  const here = readersOf(edition.frontmatter, product);
  return edition.frontmatter.related.flatMap((slug, index) => {
    const others = bySlug.get(slug);
    if (!others || slug === edition.slug) return [];
    const field = `related[${index}]`;
    if (others.every((other) => other.edition.frontmatter.draft)) {
      return [
        {
          field,
          problem: `"${slug}" is a draft: no reader is led there.`,
          fix: 'Publish that article as well, or take it out of this list.',
        },
      ];
    }
    const there = others.flatMap((other) =>
      readersOf(other.edition.frontmatter, other.product).map((reader) => ({ reader, product: other.product })),
    );
    // Versions of another product say nothing about a reader of this one.
    const isShared = there.some((other) =>
      here.some((reader) =>
        other.product.id === product.id
          ? readerKey(reader) === readerKey(other.reader)
          : reader.audience === other.reader.audience,
      ),
    );
    if (isShared) return [];
    return [
      {
        field,
        problem: `"${slug}" is for nobody who reads this article: they share no version and audience.`,
        fix: 'Take it out of this list, or widen versions or audiences of one of the two.',
      },
    ];
  });
}

function idleKeywords({ edition }: SoundEdition): Told[] {
  const { title, keywords } = edition.frontmatter;
  const inTitle = new Set(words(title));
  return keywords.flatMap((keyword, index) => {
    const written = words(keyword);
    if (written.length === 0 || !written.every((word) => inTitle.has(word))) return [];
    return [
      {
        field: `keywords[${index}]`,
        problem: `The keyword "${keyword}" stands in the title already.`,
        fix: 'Delete it, or write what customers call it instead.',
      },
    ];
  });
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
