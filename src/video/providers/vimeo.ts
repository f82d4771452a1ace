import type { Provider } from '../provider.ts';
import { bareHost, secondsIn, webAddress } from '../web-address.ts';

/** Vimeo, unlisted films too, whose addresses carry a second word. Its player is asked not to track. */
export const vimeo: Provider = {
  name: 'Vimeo',
  match(source) {
    const url = webAddress(source);
    const film = url && filmIn(url);
    if (!url || !film) return undefined;
    const { id, word } = film;
    const start = secondsIn(new URLSearchParams(url.hash.slice(1)).get('t'));
    return {
      kind: 'frame',
      provider: this.name,
      page: `https://vimeo.com/${id}${word ? `/${word}` : ''}${start > 0 ? `#t=${start}s` : ''}`,
      playerAt(second) {
        const options = new URLSearchParams({ ...(word && { h: word }), dnt: '1', autoplay: '1', playsinline: '1' });
        return `https://player.vimeo.com/video/${id}?${options}#t=${Math.floor(second ?? start)}s`;
      },
    };
  },
};

function filmIn(url: URL): { id: string; word: string | undefined } | undefined {
  const host = bareHost(url);
  if (host === 'player.vimeo.com') {
    const id = /^\/video\/(\d+)\/?$/.exec(url.pathname)?.[1];
    return id === undefined ? undefined : { id, word: wordIn(url.searchParams.get('h')) };
  }
  if (host !== 'vimeo.com') return undefined;
  const [, id, word] =
    /^\/(?:channels\/[^/]+\/|groups\/[^/]+\/videos\/)?(\d+)(?:\/([0-9a-f]+))?\/?$/.exec(url.pathname) ?? [];
  return id === undefined ? undefined : { id, word: word ?? wordIn(url.searchParams.get('h')) };
}

function wordIn(hash: string | null): string | undefined {
  return hash !== null && /^[0-9a-f]+$/.test(hash) ? hash : undefined;
}
