import { missingPictures, standInFor } from '../copies-of-pictures.ts';
import { isKeepable } from '../is-keepable.ts';
import { forEach, type Keeping, type WaitUntil } from './keeping.ts';

/**
 * The asset as it was kept; its name says what it holds, so nobody need be asked whether it is still that. Of a picture
 * that cannot be had, another copy will do.
 */
export async function answerAsset(request: Request, keeping: Keeping, waitUntil: WaitUntil): Promise<Response> {
  const { shelf, names, fetch } = keeping;
  const { pathname } = new URL(request.url);
  const kept = await shelf.find(names.assets, pathname);
  if (kept) return kept;
  try {
    const response = await fetch(request);
    if (isKeepable(response, 'file')) waitUntil(shelf.put(names.assets, pathname, response.clone()));
    return response;
  } catch (error) {
    const standIn = standInFor(pathname, await shelf.addresses(names.assets));
    const other = standIn === undefined ? undefined : await shelf.find(names.assets, standIn);
    if (other) return other;
    throw error;
  }
}

/** The picture of today; where the network is away, the one that was seen before. */
export async function answerPicture(request: Request, keeping: Keeping, waitUntil: WaitUntil): Promise<Response> {
  const { shelf, names, fetch } = keeping;
  const { pathname } = new URL(request.url);
  try {
    const response = await fetch(request);
    if (isKeepable(response, 'file')) waitUntil(shelf.put(names.assets, pathname, response.clone()));
    return response;
  } catch (error) {
    const kept = await shelf.find(names.assets, pathname);
    if (kept) return kept;
    throw error;
  }
}

/**
 * Keeps what a kept page needs: scripts and styles, also those that are fetched when somebody reaches for them, and one
 * copy of each picture. Of all else, and where the reader saves data, only what the browser has fetched already.
 */
export async function keepAssets(needed: readonly string[], keeping: Keeping): Promise<void> {
  const { shelf, names, base, fetch } = keeping;
  const kept = new Set(await shelf.addresses(names.assets));
  const missing = needed.map((path) => base + path).filter((address) => !kept.has(address));
  const keep = async (address: string, isSpared: boolean) => {
    // An asset of a build that is gone, or one that the browser lacks, is no reason to do without the others.
    const sparing: RequestInit = isSpared ? { cache: 'only-if-cached', mode: 'same-origin' } : {};
    const response = await fetch(address, { priority: 'low', ...sparing }).catch(() => undefined);
    if (!response || !isKeepable(response, 'file')) return true;
    return (await shelf.put(names.assets, address, response)) !== 'full';
  };
  const hasRoom = await forEach(missing, (address) =>
    keep(address, keeping.isSavingData() || !/\.(js|css)$/.test(address)),
  );
  if (!hasRoom || keeping.isSavingData()) return;
  const pictures = missingPictures(missing, new Set(await shelf.addresses(names.assets)));
  await forEach(pictures, (address) => keep(address, false));
}
