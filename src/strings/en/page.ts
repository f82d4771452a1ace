/** What stands on every public page. */
export const page = {
  skip: 'Skip to the page',
  talk: 'Talk to a person',
  madeWith: 'This help centre is made with Handrail, which is open source.',
  /** Where it is told what became of messages that this browser kept. */
  messages: 'Your messages',
};

/** Who answers, when, and how to reach them. */
export const ways = {
  title: 'Reach a person',
  call: 'Call',
  write: 'Write',
  when: 'When',
  /** "Monday to Friday" */
  days: ({ first, last }: { first: string; last: string }) => `${first} to ${last}`,
  /** "08:00–18:00" */
  hours: ({ from, to }: { from: string; to: string }) => `${from}–${to}`,
  open: ({ days, hours }: { days: string; hours: string }) => `${days} ${hours}`,
};

/** The line of a page that is a copy which this browser kept. */
export const copy = {
  label: 'About this copy',
  loadNewest: 'Load the newest copy',
};
