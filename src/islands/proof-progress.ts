import { useEffect, useState } from 'react';

const EVENT = 'handrail-proof';

/** Tells this page, or this worker, how much of a proof of work is done, from 0 to 1. */
export function tellProofProgress(part: number): void {
  globalThis.dispatchEvent(new CustomEvent(EVENT, { detail: part }));
}

/** How much of a proof of work is done while `isSending`; undefined where none was asked for. */
export function useProofProgress(isSending: boolean): number | undefined {
  const [part, setPart] = useState<number>();
  useEffect(() => {
    if (!isSending) return undefined;
    const told = (event: Event) => setPart((event as CustomEvent<number>).detail);
    globalThis.addEventListener(EVENT, told);
    return () => {
      globalThis.removeEventListener(EVENT, told);
      setPart(undefined);
    };
  }, [isSending]);
  return part;
}
