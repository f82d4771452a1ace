import type { EscalationState } from '../../schema/escalation.ts';

/** The page on which a customer sees how a request of theirs stands. */
export const request = {
  title: (reference: string) => `Request ${reference}`,
  yours: 'Your request',
  timeline: 'What happened so far',
  isItMended: 'Is it mended?',
  tellMore: 'Tell us more',
  sent: 'What you sent',
  keepToYourself: 'This address is yours alone. Whoever has it can read this page, so keep it to yourself.',
  unavailable: {
    title: 'Your request',
    heading: 'We cannot look up your request right now',
    next: 'Our server cannot read what it keeps, and that is our fault. Your request is not lost. Please try again in a few minutes; the ways to reach a person without it are at the foot of this page.',
  },
  unknown: {
    title: 'There is no request at this address',
    next: 'The address may be cut short: copy all of it from where you kept it. Nothing that you wrote is lost; a person can find your request by its reference or your name.',
  },
};

/** How a request stands, and what comes next, and by when. */
export const nextStep = {
  late: 'You should have had an answer by <moment/>. We are late, and that is our fault.',
  callWithReference: 'Please call <phone/> and name the reference above: whoever answers sees what you sent.',
  weHaveIt: 'We have it.',
  weHaveItAgain: 'It is with us again, with everything that went before.',
  promiseByEmail: 'A person answers by <moment/>, by e-mail.',
  promiseByPhone: 'A person answers by <moment/>, by phone.',
  moved: 'We had named an earlier time, and could not keep it. Why is below.',
  movedSooner: 'We had named a later time, and it goes faster. Why is below.',
  nothingElse:
    'Nothing else to do. If it cannot wait, the ways to reach us are at the foot of this page; name the reference above.',
  cameFrom: 'The article you came from: <article/>',
  answered: 'You have an answer.',
  answeredByMail: 'You have an answer: look into your mail.',
  notAll: 'If it is not all that you need, write back below: it comes to the same people.',
  joinedOpen: 'We are working on it, and you hear from us when it is mended.',
  joinedMended: 'It is mended. You hear from us about it within a day.',
  joined: 'You told us that this concerns you too. You hear from us when it is mended.',
  weWrite: 'We write to you then.',
  weCall: 'We call you then: we have no e-mail address of yours.',
  known: 'What is known: <incident/>.',
  nobodyAnswers: 'Nobody answers you in person before that. Do you need somebody? Write below, or call.',
  resolved: 'We believe that this is mended. Please tell us whether it is.',
  mended: 'You told us that it is mended, and we have closed it.',
  comesBack: 'Should it come back, write below: it opens again with everything that went before.',
};

/** What happened with a request, one sentence each. */
export const timeline = {
  asked: '<moment/>: you asked for a person.',
  joined: '<moment/>: you told us that this concerns you too.',
  message: '<moment/>: you wrote to us.',
  mended: '<moment/>: you told us that it is mended.',
  reopened: '<moment/>: you told us that it is not mended.',
  answeredByEmail: '<moment/>: a person answered you.',
  answeredByPhone: '<moment/>: a person spoke with you on the phone.',
  answeredElsewhere: '<moment/>: a person answered you.',
  lookIntoYourMail: '<moment/>: a person answered you; look into your mail.',
  resolved: '<moment/>: we told you why it happened, and asked whether it is mended.',
  promiseMoved: '<moment/>: we moved the time of our answer to <until/>.',
  workedOn: '<moment/>: we worked on it.',
  above: 'Their words are above.',
  why: 'Why it happened',
  done: 'What we did',
};

/** The forms with which a customer goes on with a request. */
export const writeBack = {
  label: {
    waiting: 'Anything to add?',
    answered: 'What do you still need?',
    resolved: 'What is still not right?',
    mended: 'What has come back?',
    joined: 'Do you need a person after all?',
  } satisfies Record<EscalationState, string>,
  send: {
    waiting: 'Add this to my request',
    answered: 'Write back',
    resolved: 'No, it is not mended',
    mended: 'It has come back',
    joined: 'Send this to a person',
  } satisfies Record<EscalationState, string>,
  isMended: 'Yes, it is mended',
  worksAgain: 'It works again for me',
  mendedUnanswered: 'It is mended, nobody needs to answer',
  nothingLost: 'Nothing is lost: your text is still here.',
};
