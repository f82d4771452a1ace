import type { Reader } from '../variants/reader.ts';

/** An article as its readers see it now, with all that insights need of it. */
export type LiveArticle = {
  slug: string;
  title: string;
  /** Ids of the versions of its product, newest first. */
  versions: readonly string[];
  /** What readers see, one text for each content hash. The first is the one of the default page. */
  texts: readonly LiveText[];
  /** Its files. The first is the one of the default page. */
  editions: readonly LiveEdition[];
};

export type LiveText = { contentHash: string; file: string; readers: readonly Reader[] };

export type LiveEdition = {
  /** Path as a writer sees it. */
  file: string;
  readers: readonly Reader[];
  headings: readonly { text: string; line: number | undefined }[];
  owner: string;
  reviewed: string;
  /** Line of "reviewed" in the file. */
  reviewedLine: number | undefined;
  /** Everything that search finds it by, as text. */
  searchedText: string;
};

/** Articles by their slugs. */
export function bySlug(articles: readonly LiveArticle[]): Map<string, LiveArticle> {
  return new Map(articles.map((article) => [article.slug, article]));
}

/** The file that a reader sees, as far as it is known who that is; otherwise that of the default page. */
export function editionFor(
  { editions }: Pick<LiveArticle, 'editions'>,
  { version, audience }: { version?: string | undefined; audience?: string | undefined },
): LiveEdition | undefined {
  const fits = (wanted: Partial<Reader>) =>
    editions.find(({ readers }) =>
      readers.some(
        (reader) =>
          reader.version === (wanted.version ?? reader.version) &&
          reader.audience === (wanted.audience ?? reader.audience),
      ),
    );
  const known = { ...(version !== undefined && { version }), ...(audience !== undefined && { audience }) };
  return fits(known) ?? fits(version === undefined ? {} : { version }) ?? editions[0];
}

/** Where a heading stands that somebody named: in their words, with other letters or blanks than the article's. */
export function headingNamed(edition: LiveEdition, named: string): LiveEdition['headings'][number] | undefined {
  const wanted = plain(named);
  return edition.headings.find(({ text }) => plain(text) === wanted);
}

/** "v2. Restore  a file?" and "Restore a file" differ; "Restore a File" and "restore a file" do not. Phones bend quotes. */
function plain(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/^#+\s*/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
