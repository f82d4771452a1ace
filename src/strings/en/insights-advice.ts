import type { Reason } from '../../schema/reasons.ts';

/** What a writer can do about a question; `article` is named with its files, `asked` is quoted. */
export const questionAdvice = {
  article: ({ slug, files }: { slug: string; files: readonly string[] }) => `${slug} (${files.join(', ')})`,
  quoted: (typed: string) => `"${typed}"`,
  foundWay: ({ article, asked }: { article: string; asked: string }) =>
    `Those who found their way opened ${article}. Add ${asked} to its keywords.`,
  nothingFound: (asked: string) =>
    `No article was found for ${asked}. Write one, or add these words to the keywords of the one that answers it.`,
  othersOpened: ({ article, asked }: { article: string; asked: string }) =>
    `Others who asked opened ${article}. Let its title and summary say ${asked}, if it answers that.`,
  nothingOpened: (search: string) =>
    `See what ${search} shows. Let the title and summary of the article that answers say these words, or write that article.`,
  ledTo: ({ article, asked }: { article: string; asked: string }) =>
    `The other words led to ${article}. Add ${asked} to its keywords.`,
  otherWordsFound: ({ search, asked }: { search: string; asked: string }) =>
    `See what ${search} shows. Add ${asked} to the keywords of the article that answers, or write it.`,
  neitherFound:
    'Neither wording found anything. Write that article, or add both to the keywords of the one that answers.',
  askedFrom: (article: string) =>
    `They asked for a person from ${article}. Read it with this question in mind: what is missing?`,
  notAnswered: (search: string) => `See what ${search} shows, and add what it does not answer.`,
};

const byReason: Readonly<Record<Reason, (file: string) => string>> = {
  'not-my-situation': (file) =>
    `Readers came for something else: let title and summary say for whom it is, and link to what they need. Edit ${file}.`,
  'steps-did-not-work': (file) =>
    `Do its steps as they are written, on the version that these readers have, and mend what differs. Edit ${file}.`,
  'hard-to-follow': (file) =>
    `Read it aloud to somebody who does not know it: shorter steps, one thing each, a picture where they stop. Edit ${file}.`,
  'missing-something': (file) => `Add what is missing: the comments and requests say what. Edit ${file}.`,
  'out-of-date': (file) =>
    `Hold it against the product as it is today: names, menus and pictures have changed. Edit ${file}.`,
};

/** What to do about an article that fails. `file` may name a place in it. */
export const failingAdvice = {
  someFile: 'its file',
  byRequests: (file: string) =>
    `Readers go on to a person from here: read their requests, and add what they asked. Edit ${file}.`,
  byReason,
  noReason: (file: string) => `Few said why: read it with the question in mind that its title asks. Edit ${file}.`,
};

/** What to do about a place that the team named. */
export const placeAdvice = {
  place: ({ file, line, heading }: { file: string; line: number; heading: string }) => `${file}:${line}, ${heading}`,
  headingGone: ({ file, heading }: { file: string; heading: string }) =>
    `${file}, where no heading is ${heading} any more`,
  versionsGone: (versions: readonly string[]) => `(Version ${versions.join(', ')} is not listed any more.)`,
  write: 'Write the article that was missing: the request says what was asked.',
  writeAs: (article: string) => `Write the article that was missing, as ${article}.mdx.`,
  ask: 'Ask who resolved it which article they meant.',
  articleGone: (article: string) =>
    `There is no article ${article} any more. Let its address lead to what answers this now.`,
  missing: (place: string) => `Add what was missing to ${place}.`,
  wrong: (place: string) => `Correct ${place}.`,
  unclear: (place: string) => `Say it more plainly in ${place}.`,
};

/** What an edit calls for. */
export const editAdvice = {
  editedAgain: 'It has been edited again since.',
  better: 'Nothing: it helps more readers than before.',
  worse: (file: string) => `See what was changed (git log -p ${file}), and take back what does not help.`,
  noVotes: 'Wait: nobody has voted on it since.',
  fewVotes: 'Wait for more votes.',
};

/** What to do with an article that nobody has checked for long. */
export const reviewAdvice = (place: string) => `Try what it says, mend it, and write today's date in ${place}.`;
