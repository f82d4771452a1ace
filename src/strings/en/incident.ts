/** Where a page is touched by incidents. */
export const incidentBanner = {
  label: (count: number): string => (count === 1 ? 'Open incident' : 'Open incidents'),
  open: 'Open incident:',
};

/** How an incident stands. */
export const incident = {
  openSince: 'Open since <moment/>.',
  workingOnIt: 'We are working on it. <join>This concerns me too</join>',
  mended: 'Mended <moment/>.',
  began: 'It began <moment/>.',
  /** Whole, because the page stands for months as it was built: "Friday" would be another one. */
  moment: ({ day, time, zone }: { day: string; time: string; zone: string }) => `${day}, ${time}, ${zone}`,
  why: 'Why it happened',
  changed: 'What we changed',
};

/** The form of readers whom an incident concerns. */
export const incidentJoin = {
  title: 'Does this concern you too?',
  promise:
    'Tell us, and you hear from us when it is mended. Nobody has to answer you before that. ' +
    'Do you need somebody now? <talk>Talk to a person</talk>',
  /** What an agent reads, for the reader writes nothing. */
  message: 'This concerns me too.',
  leaveEmpty: 'Leave this empty',
  name: 'Your name',
  email: 'Your e-mail address',
  phone: 'Or your phone number',
  unreachable: { problem: 'We have no way to reach you.', fix: 'Write your e-mail address or your phone number.' },
  send: 'This concerns me too',
};
