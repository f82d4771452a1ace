import { video as words } from '../strings/en/authoring.ts';

/** How long a video is, to the nearest minute that helps: "under a minute", "about 1 min", "about 12 min". */
export function lengthInWords(endMs: number): string {
  const minutes = Math.round(endMs / 60_000);
  return endMs < 45_000 ? words.underAMinute : words.aboutMinutes(Math.max(1, minutes));
}
