import { number } from './number.ts';

/** What is set apart in an article. */
export const asides = {
  note: 'Note',
  caution: 'Careful',
  why: 'Why this happens',
};

/** A video in an article. */
export const video = {
  watch: 'Watch it',
  title: (title: string) => `“${title}”`,
  about: (length: string) => `${length}, recorded <day/>`,
  underAMinute: 'under a minute',
  aboutMinutes: (minutes: number) => `about ${minutes} min`,
  elsewhere: (provider: string) => `This film is kept at ${provider}, which hears of you only when you press play.`,
  chapters: (title: string) => `Chapters of “${title}”`,
  speed: 'Speed',
  normalSpeed: 'normal',
  timesSpeed: (factor: number) => `${number(factor)} ×`,
  /** A moment of it, as a heading in what search found. */
  moment: (time: string) => `In the video, at ${time}`,
};

/** A video to read. */
export const transcript = {
  open: 'Read it instead',
  label: (title: string) => `What “${title}” says`,
  /** Before what somebody says; with a space after it. */
  voice: (name: string) => `${name}: `,
};
