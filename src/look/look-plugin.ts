import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { readYaml } from '../articles/read-yaml.ts';
import { Site } from '../schema/site.ts';
import { brandModule } from './brand-module.ts';
import { digitsCss } from './digits-css.ts';
import { lookCss } from './look-css.ts';

/** What layouts import; env.d.ts says of what kind each is. */
const MADE = ['virtual:handrail/look.css', 'virtual:handrail/brand'] as const;

/**
 * Gives pages what `look` in site.yaml asks for: its tokens as a style sheet among the others, so that they are bundled
 * and hashed as those are, and its icon.
 */
export function lookPlugin(contentDir: string): Plugin {
  const file = resolve(contentDir, 'site.yaml');
  const site = async (): Promise<Pick<Site, 'look' | 'language'>> => {
    // Content with a mistake in it is told of where it is read for the pages, and stops the build there.
    const read = readYaml(await readFile(file, 'utf8'), file, Site);
    return read.ok ? read.value : { look: {}, language: 'en' };
  };
  return {
    name: 'handrail-look',
    resolveId: (id) => (isMade(id) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith('\0') || !isMade(id.slice(1))) return undefined;
      const { look, language } = await site();
      if (id === '\0virtual:handrail/look.css') return lookCss(look) + digitsCss(language);
      return brandModule(look, (name) => join(resolve(contentDir), name));
    },
    // Astro reads the content anew and reloads the page; what is made here would stay as it was.
    async handleHotUpdate({ file: changed, server }) {
      if (resolve(changed) !== file) return;
      for (const id of MADE) {
        for (const { moduleGraph } of Object.values(server.environments)) {
          const made = moduleGraph.getModuleById(`\0${id}`);
          if (made) moduleGraph.invalidateModule(made);
        }
      }
    },
  };
}

function isMade(id: string): boolean {
  return (MADE as readonly string[]).includes(id);
}
