import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { built, type Built } from './built.ts';
import { installRival } from './install-rival.ts';
import type { Rival, RivalArticle } from './rival.ts';

/** Builds the articles with a rival, from nothing but its packages, in a folder of its own below `folder`. */
export async function rivalBuild(rival: Rival, articles: readonly RivalArticle[], folder: string): Promise<Built> {
  const [lead = ''] = rival.packages;
  const site = join(folder, lead.replace(/\W+/g, '-').replace(/^-/, ''));
  const versions = await installRival(rival.packages, site);
  console.log(`${rival.name}: ${rival.note}; ${rival.packages.map((name) => `${name} ${versions[name]}`).join(', ')}`);
  // Rivals share their packages, but neither their articles nor what they keep between builds.
  const left = ['src', 'docs', rival.output, '.astro', '.docusaurus', 'node_modules/.astro', 'node_modules/.cache'];
  for (const name of left) await rm(join(site, name), { recursive: true, force: true });
  for (const [path, text] of rival.files(articles)) {
    await mkdir(dirname(join(site, path)), { recursive: true });
    await writeFile(join(site, path), text);
  }
  return built({
    name: `${rival.name} ${versions[lead]}`,
    articles: articles.length,
    command: rival.build,
    cwd: site,
    env: { ...process.env, CI: 'true', ASTRO_TELEMETRY_DISABLED: '1', DOCUSAURUS_NO_TELEMETRY: '1' },
    output: join(site, rival.output),
  });
}
