/** The line at the head of pages: what became of messages that this browser kept. `written` is a time. */
export const news = {
  waitingOnline: (written: string) =>
    `Your message of ${written} is kept here: our server has not replied yet. We go on trying. Nothing else to do.`,
  waitingBusy: ({ written, next }: { written: string; next: string }) =>
    `Your message of ${written} is kept here: our server takes no more messages from your connection for a while. We send it at ${next}. Nothing else to do.`,
  waitingOffline: (written: string) =>
    `You are offline. Your message of ${written} is kept here, and we send it when you are back. Nothing else to do.`,
  sent: ({ written, reference, promised }: { written: string; reference: string; promised: string }) =>
    `Your message of ${written} has been sent. Your reference is ${reference}. A person answers by ${promised}.`,
  refused: (written: string) => `Your message of ${written} could not be taken as it stands, so it is still here.`,
  takenBack: (written: string) => `We took your message of ${written} back: it is not sent.`,
  inAHurry: 'In a hurry? Call <phone/> or write to <email/>.',
  statusPage: 'Your status page',
  hide: 'Hide this',
  mend: 'Mend it and send it',
  look: 'Look at it',
  takeBack: 'Take it back',
  putBack: 'Send it after all',
  written: 'What you wrote',
};
