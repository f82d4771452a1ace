import type { z } from 'zod';
import type { VideoObject } from '../../schema/structured-data.ts';
import type { BoundVideo } from '../../video/bound-video.ts';
import { captionsAddress } from '../../video/captions-address.ts';
import { momentAddress } from '../../video/moment-address.ts';
import { findEmbed } from '../../video/providers.ts';

/** The day of a recording is one of `timeZone`, that of support. */
type Page = { url: string; summary: string; picture: string; siteUrl: string; timeZone: string };

/** A video as this page shows it, in the cut for its readers, with its chapters as moments to go to. */
export function videoObject(video: BoundVideo, page: Page): z.infer<typeof VideoObject> | undefined {
  const embed = findEmbed(video.source);
  const endMs = video.cues.at(-1)?.endMs ?? 0;
  if (!embed || endMs === 0) return undefined;
  const clips = clipsOf(video, endMs, page.url);
  return {
    '@type': 'VideoObject',
    name: video.title,
    description: page.summary,
    thumbnailUrl: video.poster === undefined ? page.picture : page.siteUrl + video.poster,
    uploadDate: startOf(video.recorded, page.timeZone),
    duration: Temporal.Duration.from({ seconds: Math.ceil(endMs / 1000) })
      .round({ largestUnit: 'hours' })
      .toString(),
    inLanguage: video.language,
    ...(embed.kind === 'file' ? { contentUrl: page.siteUrl + embed.address } : { embedUrl: embed.playerAt() }),
    caption: {
      '@type': 'MediaObject',
      contentUrl: page.siteUrl + captionsAddress(video.captions),
      encodingFormat: 'text/vtt',
      inLanguage: video.language,
    },
    ...(clips.length > 1 && { hasPart: clips }),
  };
}

/** Search engines take a day without a zone for one of their own. */
function startOf(day: string, timeZone: string): string {
  const start = Temporal.PlainDate.from(day).toZonedDateTime(timeZone);
  return start.toString({ smallestUnit: 'second', timeZoneName: 'never' });
}

function clipsOf({ id, chapters }: BoundVideo, endMs: number, pageUrl: string) {
  return chapters.map(({ startMs, title }, index) => ({
    '@type': 'Clip' as const,
    name: title,
    startOffset: startMs / 1000,
    endOffset: (chapters[index + 1]?.startMs ?? endMs) / 1000,
    url: pageUrl + momentAddress({ video: id, second: startMs / 1000 }),
  }));
}
