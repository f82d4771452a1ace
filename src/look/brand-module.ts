import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Site } from '../schema/site.ts';
import { pictureAt } from './picture-at.ts';
import { pictureSize, type Size } from './picture-size.ts';

/** A picture of the company, by its address. */
export type BrandPicture = { address: string } & Partial<Size>;

/** What pages show of a company; `logo` is absent where its name stands there. */
export type Brand = { logo?: { light: BrandPicture; dark?: BrandPicture }; icon: { address: string; type: string } };

/**
 * A module whose export `brand` is a `Brand`. Pictures beside the content are imported, which gives their addresses a
 * hash; `inContent` says where one lies. Those of `publicDir` keep the address that they have.
 */
export async function brandModule(
  look: Site['look'],
  inContent: (name: string) => string,
  publicDir: string,
): Promise<string> {
  const imports: string[] = [];
  const address = (written: string) => {
    const { folder, name } = pictureAt(written);
    if (folder === 'public') return JSON.stringify(`/${name}`);
    // Not written into the page: the policy of the pages lets no picture be there.
    imports.push(`import picture${imports.length} from ${JSON.stringify(`${inContent(name)}?url&no-inline`)};`);
    return `picture${imports.length - 1}`;
  };
  const picture = async (written: string) => {
    const { folder, name } = pictureAt(written);
    const size = pictureSize(await readFile(folder === 'public' ? join(publicDir, name) : inContent(name)));
    return `{ address: ${address(written)}, ...${JSON.stringify(size ?? {})} }`;
  };
  const parts: string[] = [];
  if (look.logo) {
    const dark = look.logo.dark === undefined ? '' : `, dark: ${await picture(look.logo.dark)}`;
    parts.push(`logo: { light: ${await picture(look.logo.light)}${dark} }`);
  }
  const type = look.icon?.endsWith('.png') ? 'image/png' : 'image/svg+xml';
  parts.push(`icon: { address: ${look.icon ? address(look.icon) : '"/favicon.svg"'}, type: "${type}" }`);
  return `${imports.join('\n')}\nexport const brand = { ${parts.join(', ')} };\n`;
}
