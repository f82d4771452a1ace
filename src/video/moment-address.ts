/** A second of a video; its anchor stands in addresses, in the transcript and in the search index. */
export type Moment = { video: string; second: number };

/** `v-restore-a-file-83`, without "#". Parts of a second are dropped, so that nothing of a sentence is missed. */
export function momentAnchor({ video, second }: Moment): string {
  return `v-${video}-${Math.floor(second)}`;
}

/** Reads an anchor, with or without "#"; undefined where it is none of a moment. */
export function readMoment(anchor: string): Moment | undefined {
  const [, video, second] = /^#?v-([a-z0-9]+(?:-[a-z0-9]+)*)-(\d{1,6})$/.exec(anchor) ?? [];
  return video === undefined ? undefined : { video, second: Number(second) };
}
