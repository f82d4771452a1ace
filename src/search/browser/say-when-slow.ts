import { slow as words } from '../../strings/en/search.ts';

const SLOW_MS = 400;
const VERY_SLOW_MS = 5000;

/** Says that an answer takes its time, if it does. The returned function ends that. */
export function sayWhenSlow(say: (sentence: string) => void): () => void {
  const timers = [
    setTimeout(() => say(words.looking), SLOW_MS),
    setTimeout(() => say(words.stillLooking), VERY_SLOW_MS),
  ];
  return () => timers.forEach(clearTimeout);
}
