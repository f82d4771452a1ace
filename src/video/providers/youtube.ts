import type { Provider } from '../provider.ts';
import { bareHost, secondsIn, webAddress } from '../web-address.ts';

const ID = /^[\w-]{11}$/;

/** YouTube: watch, short, live, share and embed addresses. Played from its host without cookies. */
export const youtube: Provider = {
  name: 'YouTube',
  match(source) {
    const url = webAddress(source);
    const id = url && idIn(url);
    if (!url || id === undefined || !ID.test(id)) return undefined;
    const start = secondsIn(url.searchParams.get('t') ?? url.searchParams.get('start'));
    return {
      kind: 'frame',
      provider: this.name,
      page: `https://www.youtube.com/watch?v=${id}${start > 0 ? `&t=${start}s` : ''}`,
      playerAt: (second) =>
        `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&playsinline=1&rel=0&start=${Math.floor(second ?? start)}`,
    };
  },
};

function idIn(url: URL): string | undefined {
  const host = bareHost(url);
  const [, first, second] = url.pathname.split('/');
  if (host === 'youtu.be') return first;
  if (host !== 'youtube.com' && host !== 'youtube-nocookie.com') return undefined;
  if (first === 'watch') return url.searchParams.get('v') ?? undefined;
  return ['shorts', 'embed', 'live', 'v'].includes(first ?? '') ? second : undefined;
}
