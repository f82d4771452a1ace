import type { Settings } from '../server/settings.ts';
import { findEmbed } from '../video/providers.ts';
import type { Inline } from './inline-in.ts';
import type { HeaderFacts } from './security-headers.ts';

/** Where the build leaves what it knows of its headers, within the folder of the server. */
export const HEADER_FACTS_FILE = 'headers.json';

/** What only the build knows: what stands in its pages, and whose players they show. */
export type BuiltFacts = Pick<HeaderFacts, 'inline' | 'players'> & {
  /** Names of built pages, such as `topics/files/index.html`, by the hashes of the styles that stand in them. */
  pages: Readonly<Record<string, readonly string[]>>;
};

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
