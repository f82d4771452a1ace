/** What a writer may put into an article besides Markdown. The set is closed: articles hold no code. */
export type Tag = {
  /** What it is for, shown where a tag is misspelt. */
  purpose: string;
  required: readonly string[];
  optional: readonly string[];
  /** The tag that it must stand in. */
  inside?: string;
};

export const TAGS: Readonly<Record<string, Tag>> = {
  Short: { purpose: 'the shortest answer, first', required: [], optional: [] },
  Steps: { purpose: 'a numbered list to follow and tick off', required: [], optional: [] },
  For: { purpose: 'text for some readers', required: [], optional: ['versions', 'audiences', 'not'] },
  Video: { purpose: 'a video from content/videos, in the cut for this reader', required: ['id'], optional: [] },
  Choice: { purpose: 'a question whose answer decides what to do', required: ['question'], optional: [] },
  Option: { purpose: 'one answer of a Choice', required: ['answer'], optional: [], inside: 'Choice' },
  Why: { purpose: 'why this happens', required: [], optional: [] },
  Note: { purpose: 'an aside', required: [], optional: [] },
  Caution: { purpose: 'what could cost data or hurt', required: [], optional: [] },
};

/** HTML that Markdown has no sign for. */
export const INLINE_HTML: readonly string[] = ['abbr', 'br', 'kbd', 'sub', 'sup'];
