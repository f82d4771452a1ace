/** What is said where the page that was asked for is not there. */
export const notFound = {
  title: 'There is no page at this address',
  whatNow: 'It may have moved, or the address is not quite right. Search for what you need, or choose a topic.',
  byTopic: 'By topic',
};

export const noArticle = {
  title: 'There is no article at this address',
  whatNow: 'It may have been renamed or taken away. Search for what you need, or choose a topic.',
};

export const broken = {
  title: 'Something broke on our side',
  whatNow: 'That is our fault, and we have a note of it. Please try again in a few minutes.',
};

/** Where somebody cannot wait until it is there. */
export const inAHurry: string = 'In a hurry? Call <phone/> or write to <email/>.';

/** What a browser shows in the place of a page that it has not kept. */
export const unreachable = {
  title: 'This page cannot be reached just now',
  whatNow:
    'This browser has no copy of it. Search, and pages that you have read here before, work without a connection. ' +
    '<again>Try again</again>',
  kept: 'What you can read now',
};

/** Said by a script, once it knows that there is no connection. */
export const offline = {
  title: 'You are offline, and this page was not kept',
};
