import { useEffect, useState } from 'react';
import { PROOF_EVENT } from './proof-progress.ts';

/** How much of a proof of work is done while `isSending`; undefined where none was asked for. */
export function useProofProgress(isSending: boolean): number | undefined {
  const [part, setPart] = useState<number>();
  useEffect(() => {
    if (!isSending) return undefined;
    const told = (event: Event) => setPart((event as CustomEvent<number>).detail);
    globalThis.addEventListener(PROOF_EVENT, told);
    return () => {
      globalThis.removeEventListener(PROOF_EVENT, told);
      setPart(undefined);
    };
  }, [isSending]);
  return part;
}
