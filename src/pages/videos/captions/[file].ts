import type { APIRoute } from 'astro';
import { siteContent } from '../../../articles/site-content.ts';
import type { Cue } from '../../../schema/video.ts';
import { writeWebVtt } from '../../../video/write-web-vtt.ts';

/** Captions as files, one for each that some cut names. */
export async function getStaticPaths() {
  const { videos } = await siteContent();
  const byFile = new Map(videos.flatMap(({ cuts }) => cuts.map(({ captions, cues }) => [captions, cues] as const)));
  return [...byFile].map(([file, cues]) => ({ params: { file }, props: { cues } }));
}

export const GET: APIRoute<{ cues: readonly Cue[] }> = ({ props }) =>
  new Response(writeWebVtt(props.cues), { headers: { 'content-type': 'text/vtt; charset=utf-8' } });
