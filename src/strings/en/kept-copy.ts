/** A page that came from the copies which this browser keeps. */
export const keptCopy = {
  offline: 'You are offline.',
  failed: 'We cannot be reached just now.',
  slow: 'The connection is slow just now.',
  onlineAgain: 'You are online again.',
  search: 'Search looks through what this browser has kept.',
  copyFrom: (moment: string) => `This is the copy from ${moment}.`,
  moment: ({ day, time }: { day: string; time: string }) => `${day}, ${time}`,
};
