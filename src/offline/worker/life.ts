import { assetPaths } from '../assets-in.ts';
import { isKeepable } from '../is-keepable.ts';
import { CORE_PAGES } from '../offline-build.ts';
import { assetsToDrop } from '../what-to-drop.ts';
import { keepAssets } from './assets.ts';
import { knownBuilds } from './builds.ts';
import type { Keeping } from './keeping.ts';
import { keepPage } from './pages.ts';

/** Keeps the few pages that have to be there before anybody has read them. Throws where one of them is not to be had. */
export async function keepCore(keeping: Keeping): Promise<void> {
  for (const page of CORE_PAGES) {
    const address = keeping.base + page;
    const response = await keeping.fetch(address, { cache: 'no-cache' });
    if (!isKeepable(response, 'page')) throw new Error(`${address} answered ${response.status}, and cannot be kept.`);
    await keepAssets(await keepPage(address, response, keeping), keeping);
  }
}

/** Drops assets that belong neither to the newest builds nor to a page that is kept. */
export async function dropOldAssets(keeping: Keeping): Promise<void> {
  const { shelf, names, base } = keeping;
  const kept = (await shelf.addresses(names.assets)).map((path) => path.slice(base.length));
  const builds = (await knownBuilds(keeping)).map(({ assets }) => assetPaths(assets));
  const pages = [...(await shelf.pages(names.pages)), ...(await shelf.pages(names.core))];
  await shelf.drop(
    names.assets,
    assetsToDrop(kept, builds, pages).map((path) => base + path),
  );
}
