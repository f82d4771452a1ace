import mdx from '@astrojs/mdx';
import node from '@astrojs/node';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { handrail } from './src/integration.ts';
import { readSettings } from './src/server/settings.ts';

const settings = readSettings(process.env);

export default defineConfig({
  site: settings.siteUrl,
  // Pages end in a slash (the server leads there), endpoints do not.
  trailingSlash: 'ignore',
  output: 'static',
  adapter: node({ mode: 'middleware' }),
  integrations: [mdx(), react(), handrail(settings)],
  // Forms carry no cookie that a foreign page could borrow; the endpoints check what they take in themselves.
  security: { checkOrigin: false },
  devToolbar: { enabled: false },
  server: { host: settings.host, port: settings.port },
  // The pages that gain by it get their styles put in by src/bytes/inline-styles.ts; no script is ever put in.
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
});
