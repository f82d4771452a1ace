import type { BuiltFacts } from '../schema/built.ts';
import type { Settings } from '../server/settings.ts';
import { findEmbed } from '../video/providers.ts';
import type { Inline } from './inline-in.ts';
import type { HeaderFacts } from './security-headers.ts';

/** Where the build leaves what it knows of its headers, within the folder of the server. */
export const HEADER_FACTS_FILE = 'headers.json';

export const NOTHING_BUILT: BuiltFacts = { inline: { scripts: [], styles: [] }, players: [], pages: {} };

/** The facts of the running site: of its build, and of its settings. */
export function headerFacts(
  { inline, players }: Pick<BuiltFacts, 'inline' | 'players'>,
  { siteUrl, publicApi }: Pick<Settings, 'siteUrl' | 'publicApi'>,
): HeaderFacts {
  return {
    inline,
    players,
    isSecure: siteUrl.startsWith('https:'),
    ...(publicApi.kind === 'elsewhere' && { server: new URL(publicApi.url).origin }),
  };
}

/** Origins of the players that `videos` are played with, each once. */
export function playersOf(videos: readonly { cuts: readonly { source: string }[] }[]): string[] {
  const origins = videos.flatMap(({ cuts }) =>
    cuts.flatMap(({ source }) => {
      const embed = findEmbed(source);
      return embed?.kind === 'frame' ? [new URL(embed.playerAt()).origin] : [];
    }),
  );
  return [...new Set(origins)].sort();
}

/** Both together, each hash once. */
export function withInline(one: Inline, other: Inline): Inline {
  return {
    scripts: [...new Set([...one.scripts, ...other.scripts])],
    styles: [...new Set([...one.styles, ...other.styles])],
  };
}
