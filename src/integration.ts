import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { redirectsFile, summarise } from './articles/content-summary.ts';
import type { Content } from './articles/content.ts';
import { keepSources } from './articles/kept-sources.ts';
import { reloadLatePages, SAY_WHEN_ASKED } from './articles/reload-late-pages.ts';
import { readContent } from './articles/read-content.ts';
import { CLOSE_WITH_ESCAPE, showMistakes } from './articles/show-mistakes.ts';
import { siteLanguage } from './articles/site-language.ts';
import { lookInWords } from './look/look-in-words.ts';
import { lookPlugin } from './look/look-plugin.ts';
import { compressFiles } from './bytes/compress-files.ts';
import { finishPages } from './bytes/finish-pages.ts';
import { inlineStyles, keepStyles } from './bytes/inline-styles.ts';
import { layerOrder } from './bytes/layer-order.ts';
import { lastChanges, NO_HISTORY } from './discovery/last-changes.ts';
import { formatMistakes } from './errors/user-error.ts';
import { dropUnused } from './files/kept-file.ts';
import { PUBLIC_DIR } from './files/public-dir.ts';
import { playersOf } from './headers/header-facts.ts';
import type { Inline } from './headers/inline-in.ts';
import { inlineOnDemand } from './headers/inline-on-demand.ts';
import { writeHeaders } from './headers/write-headers.ts';
import { writeWorker } from './offline/build-worker.ts';
import { servePictures } from './pictures/serve-in-dev.ts';
import { writePictures } from './pictures/write-pictures.ts';
import { writeIndex } from './search/build-index.ts';
import { indexedSite } from './search/indexed-site.ts';
import { eachSearchRecord } from './search/search-records.ts';
import { withTextsWritten } from './search/write-read-texts.ts';
import type { Settings } from './server/settings.ts';
import { translation } from './strings/translation.ts';

/** Ties Handrail into Astro: islands that wake on touch, the search index, the table of redirects. */
export function handrail(settings: Settings): AstroIntegration {
  const { contentDir, publicApi } = settings;
  let reading: Promise<Content> | undefined;
  let onDemand: Inline = { scripts: [], styles: [] };
  const translated = () => translation(() => siteLanguage(contentDir));
  const sheets = new Map<string, string>();
  return {
    name: 'handrail',
    hooks: {
      'astro:config:setup': ({ command, addClientDirective, injectScript, updateConfig }) => {
        // Vite would read PUBLIC_API_URL by itself, from .env too, and then pages and server could disagree.
        updateConfig({ vite: { define: { HANDRAIL_PUBLIC_API: JSON.stringify(publicApi) } } });
        updateConfig({ vite: { plugins: [lookPlugin(contentDir)] } });
        updateConfig({ vite: { plugins: [translated()], worker: { plugins: () => [translated()] } } });
        updateConfig({ vite: { plugins: [layerOrder(), keepStyles(sheets)] } });
        const entrypoint = fileURLToPath(new URL('./islands/interact.ts', import.meta.url));
        addClientDirective({ name: 'interact', entrypoint });
        if (command === 'dev') injectScript('page', `${SAY_WHEN_ASKED}${CLOSE_WITH_ESCAPE}`);
      },
      'astro:server:setup': async ({ server }) => {
        const { serveDevIndex } = await import('./search/dev-search.ts');
        serveDevIndex(server, contentDir);
        reloadLatePages(server);
        showMistakes(server);
        servePictures(server, [contentDir, PUBLIC_DIR]);
      },
      // Runs for each part of a build, the first time right after dist/ was emptied.
      'astro:build:setup': async () => {
        await (reading ??= readAndKeep(contentDir));
      },
      'astro:build:ssr': ({ manifest }) => {
        inlineStyles(manifest.routes, sheets);
        onDemand = inlineOnDemand(manifest);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const content = await (reading ??= readAndKeep(contentDir));
        await writePictures(content, { contentDir, publicDir: PUBLIC_DIR, client: fileURLToPath(dir) });
        const asRead = fileURLToPath(new URL('../as-read/', dir));
        const count = await writeIndex(withTextsWritten(eachSearchRecord(content), asRead), {
          folder: fileURLToPath(new URL('pagefind/', dir)),
          site: indexedSite(content),
        });
        const summary = summarise(content);
        await writeFile(new URL('../content-summary.json', dir), JSON.stringify(summary));
        await writeFile(new URL('_redirects', dir), redirectsFile(summary));
        const players = playersOf(content.videos);
        const finished = await finishPages(fileURLToPath(dir));
        const warnings = await writeHeaders(dir, { ...finished, onDemand, players }, settings);
        await writeWorker(fileURLToPath(dir), content.site.switches, [translated()]);
        // Whatever else is written into the site comes before this.
        await compressFiles(fileURLToPath(dir), fileURLToPath(new URL('../server/', dir)));
        await dropUnused(Temporal.Now.instant());
        logger.info(
          `${count} pages can be searched; ${Object.keys({ ...summary.redirects, ...summary.former }).length} addresses lead on.`,
        );
        if (warnings.length > 0) logger.warn(formatMistakes(warnings));
        if ((await lastChanges(contentDir)).size === 0) logger.info(NO_HISTORY);
        const look = lookInWords(content.site.look);
        if (look !== undefined) logger.info(look);
      },
    },
  };
}

async function readAndKeep(contentDir: string): Promise<Content> {
  const content = await readContent(contentDir);
  await keepSources(content.editions);
  return content;
}
