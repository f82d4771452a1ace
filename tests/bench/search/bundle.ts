import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build, type InlineConfig } from 'vite';

/** As Astro has Vite build the scripts of a page: https://docs.astro.build/en/reference/configuration-reference/#vite */
const AS_IN_THE_SITE: InlineConfig = {
  configFile: false,
  envFile: false,
  logLevel: 'error',
  define: { HANDRAIL_PUBLIC_API: '""' },
  build: {
    target: 'esnext',
    modulePreload: false,
    assetsDir: '_astro',
    emptyOutDir: true,
    reportCompressedSize: false,
  },
};

/** Writes the pages of this bench, with the product's own search client in one of them, into `folder`. */
export async function bundlePages(folder: string): Promise<void> {
  const root = fileURLToPath(new URL('client/', import.meta.url));
  const input = ['handrail.html', 'pagefind.html'].map((name) => join(root, name));
  await build({
    ...AS_IN_THE_SITE,
    root,
    build: { ...AS_IN_THE_SITE.build, outDir: folder, rolldownOptions: { input } },
  });
}

/** Compressed bytes of the code that a page needs to run `entry`, a file in a folder with its packages. */
export async function codeBytes(entry: string): Promise<number> {
  const built = await build({
    ...AS_IN_THE_SITE,
    build: { ...AS_IN_THE_SITE.build, write: false, rolldownOptions: { input: entry } },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) => ('output' in each ? each.output : []));
  const code = outputs.flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
  return code.reduce((sum, each) => sum + brotliCompressSync(each).byteLength, 0);
}
