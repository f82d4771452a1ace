import type { Provider } from '../provider.ts';
import { secondsIn, webAddress } from '../web-address.ts';

/** A short id of PeerTube (base 58) or a UUID. */
const PATH =
  /^\/(?:w|videos\/watch|videos\/embed)\/([1-9A-HJ-NP-Za-km-z]{21,22}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/;

/** PeerTube, whose instances have names of their own: what tells them apart is the form of the path and of the id. */
export const peertube: Provider = {
  name: 'PeerTube',
  match(source) {
    const url = webAddress(source);
    const id = url && PATH.exec(url.pathname)?.[1];
    if (!url || id === undefined) return undefined;
    const start = secondsIn(url.searchParams.get('start'));
    return {
      kind: 'frame',
      provider: url.hostname,
      page: `https://${url.hostname}/w/${id}${start > 0 ? `?start=${start}s` : ''}`,
      playerAt: (second) =>
        `https://${url.hostname}/videos/embed/${id}?autoplay=1&p2p=0&peertubeLink=0&start=${Math.floor(second ?? start)}s`,
    };
  },
};
