import type { Reader } from '../variants/reader.ts';

/** "version 5 and 4.2 (home, admin)", those of one version and the same audiences together. */
export function readersInWords(readers: readonly Reader[]): string {
  const byVersion = Map.groupBy(readers, ({ version }) => version);
  const alike = Map.groupBy([...byVersion], ([, of]) => of.map(({ audience }) => audience).join(', '));
  return [...alike]
    .map(([audiences, versions]) => `version ${versions.map(([version]) => version).join(' and ')} (${audiences})`)
    .join('; ');
}
