import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { fileNames } from '../files/file-names.ts';
import { inLanes } from './in-lanes.ts';

/** Where the build leaves the tags of its files, within the folder of the server. */
export const TAGS_FILE = 'tags.json';

/** What shrinks. Pictures and films do not, and Pagefind's own files are compressed as they are. */
const TEXT = /\.(?:html|css|js|mjs|json|svg|xml|txt|md|webmanifest|vtt|ico)$/;
/** Smaller ones fit into one packet either way. */
const WORTH_IT_BYTES = 512;
/**
 * Milliseconds for a page of 60 kB on one busy core, and its bytes: quality 6: 1 and 14,480, 9: 14 and 14,414, 10: 30
 * and 13,510, 11: 120 and 13,220. A site of some hundred pages can have the last but one; thousands could not wait.
 */
const GOOD_UP_TO_PAGES = 500;
const GOOD_QUALITY = 10;
const QUICK_QUALITY = 6;
/** Larger ones would hardly arrive in one trip with their headers. They are few, and pressed as hard as assets are. */
const HARDLY_ONE_TRIP_BYTES = 13_300;
/** Assets are few, and are fetched more often than any page. */
const BEST_QUALITY = 11;

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/**
 * Lays a brotli and a gzip of every text in the folder `client` beside it, where that is smaller, and writes a tag for
 * each file into the folder `server`: a hash of what it holds, the same on every server and after every build.
 */
export async function compressFiles(client: string, server: string): Promise<void> {
  const names = await fileNames(client);
  const pages = names.filter((name) => name.endsWith('.html')).length;
  const quality = pages > GOOD_UP_TO_PAGES ? QUICK_QUALITY : GOOD_QUALITY;
  const tags: Record<string, string> = {};
  // zlib works in threads of its own, so it is enough to keep them busy.
  await inLanes(names, availableParallelism() * 2, async (name) => {
    const path = join(client, name);
    const content = await readFile(path);
    tags[name] = createHash('sha256').update(content).digest('base64url').slice(0, 16);
    if (!TEXT.test(name) || content.length < WORTH_IT_BYTES) return;
    const isAsset = name.startsWith('_astro/');
    const brotli = (quality: number) =>
      compressBrotli(content, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: quality,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        },
      });
    const [good, gz] = await Promise.all([
      brotli(isAsset ? BEST_QUALITY : quality),
      compressGzip(content, { level: 9 }),
    ]);
    const isClose = name.endsWith('.html') && quality === GOOD_QUALITY && good.length > HARDLY_ONE_TRIP_BYTES;
    const br = isClose ? await brotli(BEST_QUALITY) : good;
    if (br.length < content.length) await writeFile(`${path}.br`, br);
    if (gz.length < content.length) await writeFile(`${path}.gz`, gz);
  });
  await writeFile(join(server, TAGS_FILE), JSON.stringify(tags));
}
