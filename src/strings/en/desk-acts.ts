/** What the team can do with a request. */
export const acts = {
  setApart: (reasons: string) =>
    `Set apart because: ${reasons}. Nobody was told of it yet, and no letter goes to the customer, an answer neither, before it is released.`,
  release: 'It is genuine: release it',
};

export const reply = {
  title: 'Reply',
  titleOfCall: 'Answer',
  to: (name: string) => `To ${name}`,
  onThePhone: 'What was said on the phone',
  insert: 'Insert an article',
  find: 'Find',
  foundNothing: 'Nothing matches. Other words?',
  send: (email: string) => `Send to ${email}`,
  wroteTo: (email: string) => `Note that you wrote to ${email}`,
  spoke: 'Note that you spoke on the phone',
  elsewhere: 'It was answered elsewhere',
  noMail: 'No mail is set up here (SMTP_URL, SMTP_FROM), so send it by your own mail as well.',
};

export const resolve = {
  title: 'Resolve it',
  outcome: 'What it turned out to be',
  choose: 'Choose one',
  article: 'Article that solved it, or should have (its address, or what stands in it after “articles”)',
  heading: 'Under which heading',
  why: 'Why it happened (the customer reads this)',
  done: 'What was done to make it right (the customer reads this)',
  send: 'Resolve, and ask whether it is mended',
};

export const movePromise = {
  title: 'Move the promise',
  until: (timeZone: string) => `Answer by (${timeZone})`,
  why: 'Why (the customer reads this)',
  send: 'Move it, and tell the customer',
};

export const note = {
  title: 'Note for the team',
  text: 'Nobody but the team reads this',
  keep: 'Note it',
};

export const later = {
  title: 'Hand over, or look again later',
  to: 'Who has it from now on',
  nobody: 'Nobody',
  colleague: ({ name, email }: { name: string; email: string }) => `${name}, ${email}`,
  handOver: 'Hand over',
  give: 'Give it to them',
  on: 'Look again on (empty: no day)',
  keepDay: 'Keep the day',
};

/** Why something was not done. */
export const refused = {
  changedMeanwhile: {
    problem: 'Something happened with this request while you wrote, so nothing was sent.',
    fix: 'Your text is still here. Read what is new below, then send it again if it still fits.',
  },
  nothingPromised: {
    problem: 'Nobody waits for an answer to this request, so there is no promise to move.',
    fix: 'Write an answer that names the time, or look at it again on that day.',
  },
  alreadyResolved: {
    problem: 'This request is resolved already, and its customer was asked whether it is mended.',
    fix: 'Write a reply or a note to add something. Where the customer says that it is not mended, resolve it again.',
  },
  unavailable: {
    problem: 'The database cannot write anything down right now, so nothing was sent.',
    fix: 'Your text is still here. Send it again in a few minutes; the log of the server says what is wrong.',
  },
  notToCome: {
    noTime: 'No time is named yet.',
    past: (typed: string) => `"${typed}" is not a time to come.`,
    fix: 'Name the day and the time by which the customer hears from you.',
  },
  noOutcome: {
    problem: 'What it turned out to be is not chosen yet.',
    fix: 'Choose what comes nearest; the writers learn from it.',
  },
  nothingSaid: {
    problem: 'The answer is empty, so nothing was sent.',
    fix: 'Write it, or choose "It was answered elsewhere".',
  },
  noSuchArticle: {
    problem: (named: string) => `There is no article "${named}".`,
    fix: 'Name it as its address does after /articles/, or say that it was missing.',
  },
  noSuchHeading: {
    problem: (named: { article: string; heading: string }) =>
      `The article "${named.article}" has no heading "${named.heading}".`,
    fix: (headings: readonly string[]) =>
      headings.length === 0
        ? 'It has none at all, so name the article alone.'
        : `Name one of its headings, or the article alone. It has ${headings.map((each) => `"${each}"`).join(', ')}.`,
  },
};
