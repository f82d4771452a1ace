import { noteMoment } from '../../islands/visit.ts';

const EVERY_SECONDS = 3;

/** Remembers in this tab where the reader is in a video, every few seconds, for a question to a person. */
export function keepMoment(video: string, title: string): (second: number) => void {
  let kept = -Infinity;
  return (second) => {
    if (Math.abs(second - kept) < EVERY_SECONDS) return;
    kept = second;
    noteMoment({ video, title, second: Math.floor(second) });
  };
}
