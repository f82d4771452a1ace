import type { Chapter, Cue } from '../schema/video.ts';
import { video as words } from '../strings/en/authoring.ts';
import { clockTime } from './clock-time.ts';
import { momentAnchor } from './moment-address.ts';
import { transcriptOf, type TranscriptCue } from './transcript.ts';

/** Some sentences of a video that can be found and opened on their own. */
export type SearchableMoment = { id: string; second: number; text: string; heading: string };

/** A sentence that ends after this much time ends its moment; at `MOST_MS` a moment ends wherever it stands. */
const ENOUGH_MS = 20_000;
const MOST_MS = 40_000;

/** The words of a video in pieces of 20 to 40 seconds that never cross a chapter. */
export function momentsOf(video: string, cues: readonly Cue[], chapters: readonly Chapter[]): SearchableMoment[] {
  return transcriptOf(video, cues, chapters).flatMap(({ paragraphs, title }) => {
    const pieces = piecesOf(paragraphs.flatMap((paragraph) => paragraph.cues));
    return pieces.flatMap((piece, index) => {
      const [first] = piece;
      if (!first) return [];
      const second = Math.floor(first.startMs / 1000);
      const id = momentAnchor({ video, second });
      const said = piece.map(({ text }) => text).join(' ');
      const text = index === 0 && title !== undefined ? `${title}\n${said}` : said;
      return [{ id, second, text, heading: words.moment(clockTime(second)) }];
    });
  });
}

function piecesOf(cues: readonly TranscriptCue[]): TranscriptCue[][] {
  const pieces: TranscriptCue[][] = [];
  for (const cue of cues) {
    const piece = pieces.at(-1);
    const [first, last] = [piece?.[0], piece?.at(-1)];
    const isFull =
      first !== undefined &&
      last !== undefined &&
      (cue.endMs - first.startMs > MOST_MS ||
        (last.endMs - first.startMs >= ENOUGH_MS && /[.!?…]["”’)]?$/.test(last.text)));
    if (piece === undefined || isFull) pieces.push([cue]);
    else piece.push(cue);
  }
  return pieces;
}
