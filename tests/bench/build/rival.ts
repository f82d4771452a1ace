/** Another generator of help sites, set up to build the same articles. */
export type Rival = {
  name: string;
  /** What its choice of settings is for, said beside its figures. */
  note: string;
  /** Packages, newest stable; the first names the version that is printed. */
  packages: readonly string[];
  /** Files of the site by path: settings, and one for each article. */
  files: (articles: readonly RivalArticle[]) => Map<string, string>;
  /** What `node` is to run, within the site. */
  build: readonly string[];
  /** Where the built site is, within the site. */
  output: string;
};

/** An article as plain Markdown in which nothing is code, in MDX neither. */
export type RivalArticle = { slug: string; title: string; summary: string; body: string };
