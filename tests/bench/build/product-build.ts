import { join } from 'node:path';
import { copySite } from '../site-copy.ts';
import { built, type Built } from './built.ts';

const ADDRESS = 'http://127.0.0.1:4321';

/** Builds a content folder with `npm run build`'s own command, in a fresh copy of this tree unless `again` is said. */
export async function productBuild(
  { name, articles, content, site }: { name: string; articles: number; content: string; site: string },
  { again = false, address = ADDRESS }: { again?: boolean; address?: string } = {},
): Promise<Built> {
  if (!again) await copySite('.', site);
  return built({
    name,
    articles,
    command: ['src/cli/build.ts'],
    cwd: site,
    env: { ...process.env, CONTENT_DIR: content, SITE_URL: address, PUBLIC_API_URL: '' },
    output: join(site, 'dist/client'),
  });
}
