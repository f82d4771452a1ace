import { onlyFor as words } from '../strings/en/search.ts';
import type { OnlyFor } from './only-for.ts';

/**
 * "Only in Sync 3, for administrators". Said where it is shown: the search itself runs where no translation reaches, in
 * a worker and in the server.
 */
export function onlyForInWords({ versions = [], audiences = [], language }: OnlyFor): string {
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const [inVersions, toAudiences] = [list.format(versions), list.format(audiences.map(words.audience))];
  if (audiences.length === 0) return words.versions(inVersions);
  return versions.length === 0
    ? words.audiences(toAudiences)
    : words.versionsAndAudiences({ versions: inVersions, audiences: toAudiences });
}
