/** The page of results, on the server and in the browser. */
export const searchResults = {
  title: 'Search',
  titleOf: (question: string) => `Search: ${question}`,
  otherWays: 'Other ways to get help',
  /** Another limit and how many articles it would find; with a space before it. */
  count: (count: number) => ` (${count})`,
  /** How many a limit leaves, beside its name. */
  leaves: (count: number) => String(count),
  between: ' · ',
};
