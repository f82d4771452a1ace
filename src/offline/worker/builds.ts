import type { OfflineBuild } from '../offline-build.ts';
import type { Keeping } from './keeping.ts';

const MAX_BUILDS = 2;

/**
 * The builds of the site that this browser has met last, the newest first. A worker of the build before may still be
 * the one that answers, so what is known of builds is kept as a note for whichever worker it is.
 */
export async function knownBuilds({ shelf, names, base, build }: Keeping): Promise<OfflineBuild[]> {
  const note = await shelf.find(names.core, addressOfNote(base));
  return note ? ((await note.json()) as OfflineBuild[]) : [build];
}

/** Notes the build of this worker as the newest. */
export async function noteBuild(keeping: Keeping): Promise<void> {
  const { shelf, names, base, build } = keeping;
  const former = await knownBuilds(keeping);
  const builds = [build, ...former.filter(({ id }) => id !== build.id)].slice(0, MAX_BUILDS);
  await shelf.put(names.core, addressOfNote(base), Response.json(builds));
}

/** No page has it, so the note cannot be taken for one. */
function addressOfNote(base: string): string {
  return `${base}sw.js/builds`;
}
