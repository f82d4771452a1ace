/** What stands in and below the charts. */
export const charts = {
  weekFrom: 'Week from',
  asTable: 'The same as a table',
  nameOfTable: (name: string) => `${name}, as a table`,
  /** A picture's title with what was counted, above its table. */
  caption: ({ title, counted }: { title: string; counted: string }) => `${title}. ${counted}`,
  percent: (percent: number) => `${percent} %`,
  hours: (hours: number) => `${hours} h`,
  minutes: (minutes: number) => `${minutes} min`,
};

export const deflectionWords = {
  title: 'Readers who went without a person',
  counted:
    'Counted are readers of articles who voted or asked for a person. Those who read and did neither are not known.',
  told: 'Voted or asked',
  asked: 'Asked for a person',
  without: 'Went without',
  nobodySaid: 'nobody said',
  nobody: 'Nobody voted or asked yet.',
  went: ({ without, told, share }: { without: number; told: number; share: string }) =>
    `${without} of ${told} went without a person: ${share}.`,
};

export const answersWords = {
  title: 'Time to the first answer, and what was promised',
  counted: 'Hours go by the clock, nights and holidays included, for the wait as for the promise.',
  dot: 'Dot: half waited less. Line up: nine in ten waited less.',
  dashes: 'Dashes: promised',
  answered: 'Answered',
  inTime: 'In time',
  half: 'Half waited less than',
  nineInTen: 'Nine in ten waited less than',
  promised: 'Promised',
  nobody: 'Nobody was answered yet.',
  kept: ({ inTime, answers }: { inTime: number; answers: number }) => `${inTime} of ${answers} were answered in time.`,
};

export const votesWords = {
  title: (article: string) => `Votes on "${article}"`,
  edited: 'edited',
  bars: 'Filled: it did not help. Outlined: it helped.',
  helped: 'It helped',
  didNot: 'It did not',
  editedColumn: 'Edited',
  yes: 'yes',
  notEdited: 'It was not edited in this time.',
  editedOn: (days: readonly string[]) => `Edited, as votes show: ${days.join(', ')}.`,
  nobody: 'Nobody voted.',
  said: ({ no, all }: { no: number; all: number }) => `${no} of ${all} said that it did not help.`,
};
