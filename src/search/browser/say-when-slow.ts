const SLOW_MS = 400;
const VERY_SLOW_MS = 5000;

/** Says that an answer takes its time, if it does. The returned function ends that. */
export function sayWhenSlow(say: (sentence: string) => void): () => void {
  const timers = [
    setTimeout(() => say('Looking …'), SLOW_MS),
    setTimeout(() => say('Still looking. The connection is slow.'), VERY_SLOW_MS),
  ];
  return () => timers.forEach(clearTimeout);
}
