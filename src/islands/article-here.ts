/** The article that an island stands in, as its reader sees it. */
export type ArticleHere = {
  slug: string;
  title: string;
  version: string;
  audience: string;
  versionLabel: string;
  audienceTitle: string;
  /** Names the text that is read; absent where the page cannot know it. */
  contentHash?: string;
};

/** The ways to a person that work when nothing else does. */
export type Contact = { phone: string; email: string };
