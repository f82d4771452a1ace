import { createServer } from 'node:http';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import sirv from 'sirv';

const brotli = promisify(brotliCompress);
const TEXT = /\.(html|css|js|mjs|json|svg|xml|txt|md|wasm|webmanifest)$/;

/** The highest levels take a second for a page of half a megabyte, of which a rival with a sidebar has a thousand. */
const QUALITY = 9;

/** Serves a built site as well as a good host would: every text compressed beforehand. */
export async function serveStatic(folder: string): Promise<{ address: string; stop: () => Promise<void> }> {
  await compressAll(folder);
  const files = sirv(folder, { brotli: true, gzip: true, etag: true });
  const server = createServer((asked, answer) => files(asked, answer, () => void answer.writeHead(404).end()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The static server has no port.');
  return {
    address: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function compressAll(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !TEXT.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY };
    await writeFile(`${path}.br`, await brotli(bytes, { params }));
    await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
  }
}
