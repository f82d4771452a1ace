/** The form that reaches a person. */
export const talk = {
  heading: 'Talk to a person',
  promise: (moment: string) => `A person answers by ${moment}.`,
  promiseUnknown: 'A person answers within our support hours.',
  message: 'What happens, and what do you need?',
  name: 'Your name',
  channel: 'How shall we answer?',
  byEmail: 'By e-mail',
  byCallBack: 'Call me back',
  email: 'Your e-mail address',
  phone: 'Your phone number',
  goodTime: 'When is a good time? (if it matters)',
  along: 'What we send along, so that you need not say it again',
  send: 'Send to a person',
  sendingButton: 'Sending …',
  sending: 'Sending',
  proving: 'Much comes in just now, so we ask this browser for a few seconds of work.',
  proved: 'How much of the work is done',
  takenBack: 'We took your message back: it is not sent, and not kept here any more.',
  putBack: 'Send it after all',
  changing:
    'Your message is not on its way now. It goes out once you send it again, so leave this tab open until then.',
  /** A field that only programs see. */
  trap: 'Leave this empty',
  sentMeanwhile: 'Your message has been sent.',
};

/** After sending. */
export const taken = {
  heading: (moment: string) => `We have it. A person answers by ${moment}.`,
  reference: 'Your reference is <reference/>',
  byEmail: 'The answer comes by e-mail.',
  byCallBack: 'We call you on the number that you gave us.',
  nothingElse: 'Nothing else to do.',
  status: 'See how it stands',
  keepToYourself: 'That page is yours alone: keep its address to yourself.',
  askElse: 'Ask something else',
};

/** A message that this browser keeps until it can be sent. */
export const keptHere = {
  online: {
    heading: 'Our server does not reply. We kept your message here.',
    next: 'That is our fault. We will send it as soon as the server replies. Nothing else to do.',
  },
  offline: {
    heading: 'You are offline. We kept your message here.',
    next: 'We will send it when you are back. Nothing else to do.',
  },
  busy: {
    heading: 'Our server takes no more messages from your connection for a while. We kept yours here.',
    next: (moment: string) => `That is no fault of yours. We will send it at ${moment}. Nothing else to do.`,
  },
  closesFreely: 'You can close this page: this browser sends it by itself.',
  leaveOpen: 'Leave this page open, or come back to any page of ours in this browser: then it goes out.',
  inAHurry: 'In a hurry? Then call <phone/> or write to <email/>.',
  promise: (moment: string) =>
    `Our time to answer begins when it has arrived. If that were now, a person would answer by ${moment}.`,
  written: 'What you wrote',
  trying: 'Trying …',
  tried: (times: number) => `Tried ${times} times so far, and we go on.`,
  tryNow: 'Try now',
  change: 'Change it',
  takeBack: 'Take it back',
  askElse: 'Ask something else',
};

/** Why a message did not go out, above what the server says of each field. */
export const refusal = {
  needsMore: 'Nothing is lost. We need a little more before we can send this:',
  later: 'Nothing is lost, and your text is still here:',
  tooLarge: 'This was more than we can take in one message:',
  ourFault: 'This is our fault, and your text is still here:',
  unreadable: 'We could not read this message. Go back in your browser: your text is still there.',
  noReply: 'We could not take your message: our server does not reply.',
  offline: 'We could not take your message: you are offline.',
  busy: 'We could not take your message: our server takes no more from your connection for a while.',
  notKept:
    'Your text is still here, but this browser does not let us keep it for you. Please leave this page open and try again in a few minutes, or call <phone/> or write to <email/>.',
  noServer:
    'This page cannot send messages. Your text is still here: call <phone/> or write to <email/> (the e-mail opens with what you wrote and what you tried).',
  /** A message went out under the key of this form before, and another stands there now. */
  sentBefore: {
    problem: 'We have the first message from this page; what stands here now says something else.',
    fix: 'Send it once more to have it taken as a second request, or leave this page if the first one said it all.',
  },
};
