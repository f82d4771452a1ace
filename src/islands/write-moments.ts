import { momentWithZone } from './moment-in-words.ts';

/** Writes every moment below `root` in the reader's own zone. */
export function writeMoments(root: ParentNode): void {
  for (const time of root.querySelectorAll<HTMLTimeElement>('time[data-moment]')) {
    time.textContent = momentWithZone(
      time.dateTime,
      new Date(),
      time.dataset['moment'] ?? document.documentElement.lang,
    );
  }
}
