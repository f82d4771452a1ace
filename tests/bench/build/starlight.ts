import type { Rival } from './rival.ts';
import { withFields } from './rival-articles.ts';

const CONTENT_CONFIG = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** Starlight with its index, its articles in files that end in `.mdx` or `.md`, all of them in its sidebar or none. */
export function starlight({
  name,
  note,
  ending,
  hasSidebar,
}: Pick<Rival, 'name' | 'note'> & { ending: 'md' | 'mdx'; hasSidebar: boolean }): Rival {
  const sidebar = hasSidebar ? `[{ label: 'Articles', items: [{ autogenerate: { directory: 'articles' } }] }]` : '[]';
  return {
    name,
    note,
    packages: ['@astrojs/starlight', 'astro'],
    files: (articles) =>
      new Map([
        ['astro.config.mjs', config(sidebar)],
        ['src/content.config.ts', CONTENT_CONFIG],
        ...articles.map(
          (article) => [`src/content/docs/articles/${article.slug}.${ending}`, withFields(article)] as const,
        ),
      ]),
    build: ['node_modules/astro/bin/astro.mjs', 'build'],
    output: 'dist',
  };
}

function config(sidebar: string): string {
  return `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';

export default defineConfig({
  site: 'http://localhost:4321',
  integrations: [starlight({ title: 'Corpus', sidebar: ${sidebar} })],
});
`;
}
