import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { UserError } from '../errors/user-error.ts';
import { fileNames } from '../files/file-names.ts';
import { whatNeverChanges } from '../offline/never-changes.ts';
import type { BuiltFacts } from '../schema/built.ts';
import type { Settings } from '../server/settings.ts';
import { HEADER_FACTS_FILE, headerFacts, withInline } from './header-facts.ts';
import { headersFile } from './headers-file.ts';
import type { Inline } from './inline-in.ts';
import { drawingEnding, publicHeaders } from './security-headers.ts';

/** What the build found: inline in its pages, inline in those made on demand, and whose players there are. */
type Found = BuiltFacts & { onDemand: Inline };

/**
 * Writes what a running server needs to know for its headers, and beside the pages in `client` the same headers for
 * hosts that have the pages alone. These need no script of any page: only pages made on demand have one in them. Returns
 * which headers such hosts would not read.
 */
export async function writeHeaders(
  client: URL,
  { inline, pages, onDemand, players }: Found,
  settings: Pick<Settings, 'siteUrl' | 'publicApi'>,
): Promise<UserError[]> {
  const pagesAlone = headerFacts({ inline: { scripts: [], styles: inline.styles }, players }, settings);
  const names = await fileNames(fileURLToPath(client));
  const { text, warnings } = headersFile({
    everywhere: publicHeaders(pagesAlone),
    drawings: drawingsIn(names),
    unchanging: whatNeverChanges(names),
  });
  await writeFile(new URL('_headers', client), text);
  const built: BuiltFacts = { inline: withInline(inline, onDemand), players, pages };
  await writeFile(new URL(`../server/${HEADER_FACTS_FILE}`, client), JSON.stringify(built));
  return warnings;
}

/** Patterns as `/*.svg`, one for each ending as it is written. */
function drawingsIn(names: readonly string[]): string[] {
  const endings = names.flatMap((name) => drawingEnding(name) ?? []);
  return [...new Set(endings)].sort().map((ending) => `/*${ending}`);
}
