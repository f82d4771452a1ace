/** How we can be reached when nothing else works. */
type Contact = { phone: string; email: string };

/**
 * What a person reads whose form was not taken: what is wrong, and what to do. What only programs are told, and what
 * is wrong with single fields, stands beside the contract in src/schema and src/server/requests.
 */
export const refusals = {
  fromElsewhere: {
    problem: 'This came from a page of another site, so we have not taken it.',
    fix: 'If you wrote it, look through it and send it from here.',
  },
  cannotTake: ({ phone, email }: Contact) => ({
    problem: 'We could not take this: our server cannot write anything down right now, and that is our fault.',
    fix: `Nothing that you wrote is lost. Please call ${phone}, write to ${email}, or try again in a few minutes.`,
  }),
  tooMuchAtOnce: ({ phone, email }: Contact) => ({
    problem: 'We could not take this: too much came in at once, and that is our fault.',
    fix: `Your text is still here. Please send it again, call ${phone}, or write to ${email}.`,
  }),
  tooManyMessages: ({ phone, email }: Contact) => ({
    problem: 'Very many messages came from your connection within ten minutes, so this one has to wait.',
    fix: `Your text is still here. Please send it again in ten minutes, call ${phone}, or write to ${email}.`,
  }),
  tooManyRequests: ({ phone, email }: Contact, minutes: number) => ({
    problem: 'Very many requests came from your connection within ten minutes, so this one has to wait.',
    fix: `Nothing that you wrote is lost. Please call ${phone}, write to ${email}, or send it again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
  }),
  tooManyVotes: {
    problem: 'We have had many answers from your connection within ten minutes, so this one was not kept.',
    fix: 'Please send it again in ten minutes.',
  },
  sentBefore: {
    problem: 'We have your first message from this page. What stands here now says something else.',
    fix: 'Send it once more to have it taken as a second request, or leave this page if the first one said it all.',
  },
  tooLarge: (maxKilobytes: number) => ({
    problem: `This is larger than ${maxKilobytes} kB.`,
    fix: 'Shorten it and send it again. Here is as much of it as we read; the Back button of your browser has all of it.',
  }),
  brokenOff: {
    problem: 'This ended before all of it had arrived.',
    fix: 'Send it again.',
  },
  notText: {
    problem: 'This is not text in UTF-8.',
    fix: 'Go back in your browser, where your text still is, and send it again.',
  },
  unreadable: {
    problem: 'This form cannot be read.',
    fix: 'Go back in your browser, where your text still is, and send it again.',
  },
};
