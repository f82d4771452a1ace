/** The form in which one searches, as it stands in the page. */
export const searchForm = {
  label: 'What do you need?',
  example: 'A question or a few words',
  exampleWhereSmall: 'Search',
  send: 'Search',
};

/** What narrows results. */
export const filters = {
  title: 'Narrow the results',
  only: 'Only',
  clear: 'Clear',
  clearAll: 'Clear all',
  product: { title: 'Product', all: 'All products' },
  version: { title: 'Version', all: 'All versions' },
  audience: { title: 'For', all: 'Everybody' },
  type: { title: 'Kind', all: 'All kinds' },
  topic: { title: 'Topic', all: 'All topics' },
};

/** Kinds of articles. */
export const articleTypes = {
  'how-to': 'How-to',
  troubleshooting: 'Troubleshooting',
  explanation: 'Explanation',
  reference: 'Reference',
  incident: 'Incident',
};

/** What stands below results, or in their place. */
export const otherWays = {
  label: 'Results',
  tryAgain: 'Try again',
  /** Before anything is asked. */
  title: 'Or go another way',
  searchEverything: 'Search everything',
  orOnly: ', or only <choices/>',
  otherWords:
    'Look at the spelling, or try other words for the same thing: what it is called on the screen, or the number in ' +
    'the message.',
  byTopic: 'Go by topic:',
  person: '<talk>Talk to a person</talk>, call <phone/> or write to <email/>.',
  goesAlong: 'What you searched for can go with your message.',
  withoutScript: 'This page needs JavaScript to search. Without it, the topics above lead to every article.',
};
