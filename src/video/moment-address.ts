/** A second of a video; its anchor stands in addresses, in the transcript and in the search index. */
export type Moment = { video: string; second: number };

/** `v-restore-a-file-83`, without "#". Parts of a second are dropped, so that nothing of a sentence is missed. */
export function momentAnchor({ video, second }: Moment): string {
  return `v-${video}-${Math.floor(second)}`;
}

/**
 * Where a moment is on its page. The anchor alone leads there; search engines drop it, and want to see the moment in
 * the query: https://developers.google.com/search/docs/appearance/structured-data/video#clip
 */
export function momentAddress(moment: Moment): string {
  const anchor = momentAnchor(moment);
  return `?moment=${anchor}#${anchor}`;
}

/** The moment that an address names, in its anchor or in its query. */
export function momentIn({ hash, search }: Pick<URL, 'hash' | 'search'>): Moment | undefined {
  return readMoment(hash) ?? readMoment(new URLSearchParams(search).get('moment') ?? '');
}

/** Reads an anchor, with or without "#"; undefined where it is none of a moment. */
export function readMoment(anchor: string): Moment | undefined {
  const [, video, second] = /^#?v-([a-z0-9]+(?:-[a-z0-9]+)*)-(\d{1,6})$/.exec(anchor) ?? [];
  return video === undefined ? undefined : { video, second: Number(second) };
}
