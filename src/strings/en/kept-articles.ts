/** The list of articles that a browser without a connection can show. `reader`: for whom, such as "Sync 5 · at home". */
export const keptArticles = {
  copyFrom: ({ reader, moment }: { reader: string; moment: string }) =>
    reader === '' ? `Copy from ${moment}` : `${reader} · Copy from ${moment}`,
};
