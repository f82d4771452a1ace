/** What search engines, feed readers and other machines show people of this site. */
export const discovery = {
  /** Pages that would have the same title: "Share a folder (Sync 4.2, at home)". */
  titleFor: ({ title, apart }: { title: string; apart: readonly string[] }) => `${title} (${apart.join(', ')})`,
  /** What is under the title in a list of results: the page of the search itself. */
  search: (site: string) => `Search all answers of ${site}, in your own words.`,
  /** The same of the form to a person. */
  talk: (site: string) => `Write to the people of ${site}, or have them call you. You are told by when they answer.`,
  feed: (site: string) => `Changes in ${site}`,
  /** On the picture of a page, below its title. */
  productAndVersions: ({ product, versions }: { product: string; versions: string }) => `${product} · ${versions}`,
  picture: ({ title, site }: { title: string; site: string }) => `${title}${/[.!?…]$/.test(title) ? '' : '.'} ${site}`,
};

/** The Markdown twin of a page. */
export const twin = {
  video: (title: string) => `Video: ${title}`,
  chapter: ({ time, title }: { time: string; title: string }) => `${time} ${title}`,
  openSince: (moment: string) => `Open since ${moment}. We are working on it.`,
  mended: ({ opened, resolved }: { opened: string; resolved: string }) =>
    `It began ${opened} and was mended ${resolved}.`,
};

/** https://llmstxt.org/ */
export const llms = {
  about:
    'Every article has a twin in Markdown: the address of its page without the last slash, and `.md`. ' +
    'Articles differ by version and by kind of reader; the first line of each list is for the newest version. ' +
    'Each twin says above its text for which versions and readers it is, and when a person last checked it.',
  contact: ({ phone, email }: { phone: string; email: string }) =>
    `A person answers at ${email} and ${phone}; no answer of a machine is one of ours.`,
  products: 'Products',
  topics: 'Topics',
  /** Of a twin that is not for the newest version, or for other readers: "Sync 4.2, at home and in an office". */
  readers: ({ versions, audiences }: { versions: string; audiences: string }) => `${versions}, ${audiences}`,
};
