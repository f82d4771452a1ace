import type { Site } from '../schema/site.ts';
import { pictureAt } from './picture-at.ts';

/** What every page shows of a company, whoever sees it. */
export type Brand = { icon: { address: string; type: string } };

/**
 * A module whose export `brand` is a `Brand`. An icon beside the content is imported, which gives its address a hash;
 * `inContent` says where it lies. One of public/ keeps the address that it has.
 */
export function brandModule({ icon }: Site['look'], inContent: (name: string) => string): string {
  const { folder, name } = pictureAt(icon ?? '/favicon.svg');
  const type = name.endsWith('.png') ? 'image/png' : 'image/svg+xml';
  const brand = (address: string) => `export const brand = { icon: { address: ${address}, type: "${type}" } };\n`;
  if (folder === 'public') return brand(JSON.stringify(`/${name}`));
  // Not written into the page: the policy of the pages lets no picture be there.
  return `import icon from ${JSON.stringify(`${inContent(name)}?url&no-inline`)};\n${brand('icon')}`;
}
