/** Whether the transcript comes first: nothing shall move, bytes are dear, or the browser plays no video. */
export function prefersReading(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return (
    matchMedia('(prefers-reduced-motion: reduce)').matches ||
    matchMedia('(prefers-reduced-data: reduce)').matches ||
    connection?.saveData === true ||
    typeof document.createElement('video').canPlayType !== 'function'
  );
}
