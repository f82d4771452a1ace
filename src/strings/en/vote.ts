/** At the foot of an article: whether it helped, and why not. */
export const vote = {
  heading: {
    asking: 'Did this answer your question?',
    telling: 'Then let us find out what is missing',
    thanked: 'Thank you',
    told: 'Thank you',
  },
  yes: 'Yes',
  no: 'No',
  sending: 'Sending …',
  thanks: 'It helps the writers to know that this works.',
  told: 'Your words go to the people who write this article.',
  stillStuck: 'Still stuck?',
  talk: 'Talk to a person',
  oneMoment: 'One moment …',
  formNotLoaded:
    'The form could not be loaded here. Try <form>the form on a page of its own</form>, or call <phone/> or write to <email/>.',
};

/** What a reader may add to a "no". */
export const whyNot = {
  reasons: 'What went wrong? (if you like)',
  comment: 'What were you looking for? (if you like)',
  whoReads: 'The writers read this. They cannot answer you here; a person can.',
  send: 'Send to the writers',
  sendAgain: 'Send again',
};

/** A vote that did not arrive at once. */
export const lateVote = {
  sent: 'Your answer has been sent now. Nothing else to do.',
  keptOnline: 'Our server does not reply. We kept your answer here and will send it when it does. Nothing else to do.',
  keptOffline: 'You are offline. We kept your answer here and will send it when you are back. Nothing else to do.',
  lostOnline:
    'We could not keep your answer: our server does not take it. What you wrote still stands here, and the article stays readable. Please try again in a few minutes.',
  lostOffline:
    'We could not keep your answer: you are offline. What you wrote still stands here, and the article stays readable. Please try again when you are back.',
  needAPerson: 'If you need a person, call <phone/> or write to <email/>.',
};

/** The foot of an article on a host without a server. */
export const withoutServer = {
  ways: 'If not, call <phone/> or write to <email/>. We cannot take votes or requests on this page.',
  writeMail: 'Write an e-mail with what you tried so far',
};
