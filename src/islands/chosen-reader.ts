/** What a reader chose for one product, by id, with the words in which it is shown again. */
export type ChosenReader = { product: string; version: string; audience: string; inWords: string };

const STORED_AS = 'handrail-chosen';

/** Everything that was chosen in this browser, one entry a product, the latest first. */
export function chosenReaders(): ChosenReader[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isChosen) : [];
  } catch {
    // Storage may be forbidden, or hold what another version left there: then nothing was chosen.
    return [];
  }
}

export function chosenFor(product: string): ChosenReader | undefined {
  return chosenReaders().find((chosen) => chosen.product === product);
}

export function choose(chosen: ChosenReader): void {
  keep([chosen, ...chosenReaders().filter(({ product }) => product !== chosen.product)]);
}

export function forget(product: string): void {
  keep(chosenReaders().filter((chosen) => chosen.product !== product));
}

function keep(chosen: readonly ChosenReader[]): void {
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(chosen));
  } catch {
    // As above.
  }
}

function isChosen(value: unknown): value is ChosenReader {
  const parts = value as Partial<Record<keyof ChosenReader, unknown>> | null;
  return [parts?.product, parts?.version, parts?.audience, parts?.inWords].every((part) => typeof part === 'string');
}
