import { cp, mkdir, readdir, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const COPIED = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * Copies the product from `from` into `to`, so that a bench neither disturbs `dist/` and `data/` here nor is disturbed.
 * Packages are linked one by one: Astro keeps the content it has read in node_modules/.astro, which has to be its own.
 */
export async function copySite(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await mkdir(join(to, 'node_modules'), { recursive: true });
  await Promise.all(COPIED.map((name) => cp(join(from, name), join(to, name), { recursive: true })));
  const packages = await readdir(join(from, 'node_modules'));
  await Promise.all(
    packages
      .filter((name) => !name.startsWith('.') || name === '.bin')
      .map((name) => symlink(resolve(from, 'node_modules', name), join(to, 'node_modules', name))),
  );
}
