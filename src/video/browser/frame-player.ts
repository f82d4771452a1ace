import type { Embed } from '../provider.ts';
import type { Player } from './player.ts';

type Frame = Extract<Embed, { kind: 'frame' }>;

/** The player of another site, which is asked for here and not before. */
export function framePlayer(embed: Frame, title: string, second: number | undefined): Player {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture';
  frame.allowFullscreen = true;
  // Their players refuse to play for a page that does not name itself; the article's path is none of their business.
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  frame.src = embed.playerAt(second);
  return {
    element: frame,
    seek(to) {
      const address = embed.playerAt(to);
      // An address that differs in its fragment only would not be loaded again.
      if (withoutFragment(address) === withoutFragment(frame.src)) frame.src = 'about:blank';
      frame.src = address;
    },
  };
}

function withoutFragment(address: string): string {
  return address.split('#')[0] ?? address;
}
