import { ENTRY_FILE } from '../../search/index/search-index.ts';
import { indexCaches, type IndexCache } from '../cache-names.ts';
import { isKeepable } from '../is-keepable.ts';
import { INDEX_LIST, MAX_WHOLE_INDEX_BYTES, type IndexList } from '../offline-build.ts';
import { within } from '../within.ts';
import { knownBuilds } from './builds.ts';
import { forEach, type Keeping, type WaitUntil } from './keeping.ts';

/** A page that is still open goes on with the edition that it began with. */
const MAX_EDITIONS = 2;
/** The start of the index is small; one that takes longer than this would be felt with each first letter. */
const PATIENCE_MS = 2_000;
/** Answers go before what may be asked for later. */
const QUIET_MS = 2_000;

export type IndexAnswers = {
  answerStart: (request: Request, waitUntil: WaitUntil) => Promise<Response>;
  answerFile: (request: Request, waitUntil: WaitUntil) => Promise<Response>;
  /** For a search that the server has answered, so that no file of the index was asked for. */
  keepAfterSearch: (waitUntil: WaitUntil) => void;
};

/** Answers for the files of the search index, and keeps each edition of it in a cache of its own, the newest two. */
export function indexAnswers(keeping: Keeping): IndexAnswers {
  const { shelf, names, base, fetch } = keeping;
  const folder = `${base}pagefind/`;
  const inTurn = oneAfterAnother();
  let wholeIn: string | undefined;

  const editions = async () => indexCaches(await shelf.names(), base);

  /** The edition that was begun last; where there is none yet, its start is fetched. */
  const newest = () =>
    inTurn(async (): Promise<IndexCache | undefined> => {
      const [first] = await editions();
      return first ?? begin(await fetch(folder + ENTRY_FILE, { cache: 'no-cache' }));
    });

  /** Keeps the start of an edition: of the newest one anew, or of one that was not seen before. */
  const begin = async (start: Response): Promise<IndexCache | undefined> => {
    if (!isKeepable(start, 'file')) return undefined;
    const text = await start.clone().text();
    const id = await hashOf(text);
    const [former] = await editions();
    const keptAtMs = Math.max(keeping.nowMs(), (former?.keptAtMs ?? 0) + 1);
    const edition = former?.id === id ? former : { id, keptAtMs, name: names.index(id, keptAtMs) };
    if ((await shelf.put(edition.name, folder + ENTRY_FILE, start)) !== 'put') return undefined;
    for (const { name } of (await editions()).slice(MAX_EDITIONS)) await shelf.dropCache(name);
    return edition;
  };

  const find = async (address: string) => {
    for (const [age, { name }] of (await editions()).entries()) {
      const response = await shelf.find(name, address);
      if (response) return { response, isOfNewest: age === 0 };
    }
    return undefined;
  };

  const keep = async (address: string, response: Response) => {
    const edition = isKeepable(response, 'file') ? await newest() : undefined;
    if (edition) await shelf.put(edition.name, address, response);
  };

  const keepStart = async (address: string, response: Response) => {
    if (address !== folder + ENTRY_FILE) return keep(address, response);
    const [former] = await editions();
    const edition = await inTurn(() => begin(response));
    // Whoever has searched the former edition wants to be able to search the new one.
    if (former && edition && edition.name !== former.name) await keepWhole();
  };

  /** After somebody has searched, the rest of a small index: then all of search works without a connection. */
  const keepWhole = async () => {
    if (keeping.isSavingData()) return;
    const edition = await newest();
    if (!edition || edition.name === wholeIn) return;
    wholeIn = edition.name;
    await keeping.pause(QUIET_MS);
    // Where it stopped half-way, the next search goes on with it.
    if (!(await keepListed(edition.name).catch(() => false)) && wholeIn === edition.name) wholeIn = undefined;
  };

  const keepListed = async (cache: string): Promise<boolean> => {
    const [build] = await knownBuilds(keeping);
    if (!build?.keepsWholeIndex) return true;
    const response = await fetch(folder + INDEX_LIST, { cache: 'no-cache' });
    if (!isKeepable(response, 'file')) return false;
    const { bytes, files } = (await response.json()) as IndexList;
    // The list may be of a newer build than this worker.
    if (bytes > MAX_WHOLE_INDEX_BYTES || (await keeping.roomBytes()) < 2 * bytes) return true;
    const kept = new Set(await shelf.addresses(cache));
    const missing = files.map((file) => folder + file).filter((address) => !kept.has(address));
    return forEach(missing, async (address) => {
      const found = (await find(address))?.response ?? (await fetch(address, { priority: 'low' }));
      return isKeepable(found, 'file') && (await shelf.put(cache, address, found)) === 'put';
    });
  };

  const keepAfterSearch = (waitUntil: WaitUntil) => waitUntil(keepWhole().catch(() => undefined));

  return {
    keepAfterSearch,
    async answerStart(request, waitUntil) {
      const address = new URL(request.url).pathname;
      const asking = fetch(request, { cache: 'no-cache' });
      const kept = asking.then((response) => keepStart(address, response.clone()));
      waitUntil(kept.catch(() => undefined));
      const former = await find(address);
      if (!former) return asking;
      const response = await within(asking, PATIENCE_MS).catch(() => undefined);
      return response && response.status < 500 ? response : former.response;
    },
    async answerFile(request, waitUntil) {
      const address = new URL(request.url).pathname;
      keepAfterSearch(waitUntil);
      const former = await find(address);
      if (former?.isOfNewest) return former.response;
      const response = former?.response ?? (await fetch(request));
      // What two editions have in common moves on to the newer one, and so outlives the older.
      waitUntil(keep(address, response.clone()).catch(() => undefined));
      return response;
    },
  };
}

/** Work that must not overlap, such as two requests that would both begin the same edition. */
function oneAfterAnother() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest).slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
