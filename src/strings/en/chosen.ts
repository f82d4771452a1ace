/** The line that recalls for whom articles are shown; `reader` such as "Sync 4.2, at home". */
export const chosen = {
  forReader: (reader: string) => `You chose ${reader}`,
};
