import type { Embed, Provider } from './provider.ts';
import { file } from './providers/file.ts';
import { peertube } from './providers/peertube.ts';
import { vimeo } from './providers/vimeo.ts';
import { youtube } from './providers/youtube.ts';

/** In the order in which they are asked; PeerTube last, because it may have any host. */
export const PROVIDERS: readonly Provider[] = [file, youtube, vimeo, peertube];

/** How the recording at `source` is played, or undefined where no provider knows the address. */
export function findEmbed(source: string): Embed | undefined {
  for (const provider of PROVIDERS) {
    const embed = provider.match(source);
    if (embed) return embed;
  }
  return undefined;
}
