import type { APIRoute } from 'astro';
import { siteContent } from '../../articles/site-content.ts';
import { keptPreview } from '../../discovery/preview/kept-preview.ts';
import { sitePreviews } from '../../discovery/preview/page-previews.ts';
import { previewName, type Preview } from '../../discovery/preview/preview.ts';
import { siteArticles } from '../../discovery/site-discovery.ts';
import { PUBLIC_DIR } from '../../files/public-dir.ts';
import { readSettings } from '../../server/settings.ts';

const folders = { content: readSettings(process.env).contentDir, public: PUBLIC_DIR };

/** Pictures that stand for pages where somebody shares an address; pages that would have the same share one. */
export async function getStaticPaths() {
  const previews = sitePreviews(await siteContent(), await siteArticles());
  const byName = new Map(previews.map((preview) => [previewName(preview), preview]));
  return [...byName].map(([picture, preview]) => ({ params: { picture }, props: { preview } }));
}

export const GET: APIRoute<{ preview: Preview }> = async ({ props }) => {
  const picture = await keptPreview(props.preview, folders);
  return new Response(new Uint8Array(picture), { headers: { 'content-type': 'image/png' } });
};
