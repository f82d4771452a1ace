import { readers as words } from '../strings/en/readers.ts';
import type { Reader } from '../variants/reader.ts';

/** "version 5 and 4.2 (home, admin)", those of one version and the same audiences together. */
export function readersInWords(readers: readonly Reader[]): string {
  const byVersion = Map.groupBy(readers, ({ version }) => version);
  const alike = Map.groupBy([...byVersion], ([, of]) => JSON.stringify(of.map(({ audience }) => audience)));
  const groups = [...alike.values()].flatMap((same) => {
    const audiences = same[0]?.[1].map(({ audience }) => audience) ?? [];
    return [words.alike({ versions: same.map(([version]) => version), audiences })];
  });
  return words.several(groups);
}
