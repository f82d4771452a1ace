import type { Chapter, Cue } from '../schema/video.ts';
import { spokenIn } from './cue-text.ts';
import { momentAnchor } from './moment-address.ts';

/** A video to read: chapters (one without a title where there are none), paragraphs, cues. */
export type Transcript = TranscriptChapter[];
export type TranscriptChapter = { title?: string; startMs: number; paragraphs: Paragraph[] };
export type Paragraph = { voice?: string; cues: TranscriptCue[] };

/** Words that are said from `startMs` to `endMs`. The first cue of each second has its anchor. */
export type TranscriptCue = { id?: string; startMs: number; endMs: number; text: string };

/** A pause after which something new begins. */
const PAUSE_MS = 2_000;
/** About five lines; then the next sentence begins a new paragraph. */
const LONG_PARAGRAPH = 320;

/** Cues as paragraphs, parted by chapters, voices, pauses and length. Cues without words are left out. */
export function transcriptOf(video: string, cues: readonly Cue[], chapters: readonly Chapter[]): Transcript {
  const spoken = spokenCues(video, cues);
  const starts = chapters.length > 0 ? chapters : [{ startMs: 0 }];
  const firstMs = spoken[0]?.startMs ?? 0;
  const untitled = chapters.length > 0 && firstMs < (chapters[0]?.startMs ?? 0) ? [{ startMs: firstMs }] : [];
  const all: readonly (Partial<Chapter> & { startMs: number })[] = [...untitled, ...starts];
  return all.flatMap(({ startMs, title }, index) => {
    const nextMs = all[index + 1]?.startMs ?? Infinity;
    const inside = spoken.filter((cue) => cue.startMs >= startMs && cue.startMs < nextMs);
    if (inside.length === 0 && title === undefined) return [];
    return [{ ...(title !== undefined && { title }), startMs, paragraphs: paragraphsOf(inside) }];
  });
}

type SpokenCue = TranscriptCue & { voice?: string };

function spokenCues(video: string, cues: readonly Cue[]): SpokenCue[] {
  const taken = new Set<string>();
  const spoken = cues.flatMap(({ startMs, endMs, text }) =>
    spokenIn(text).map((words) => {
      const id = momentAnchor({ video, second: startMs / 1000 });
      const isFirst = !taken.has(id);
      taken.add(id);
      return { ...(isFirst && { id }), startMs, endMs, ...words };
    }),
  );
  return spoken.map((cue, index) => ({
    ...cue,
    text: joined(cue.text, spoken[index - 1]?.text, spoken[index + 1]?.text),
  }));
}

/** A sentence that goes on in the next cue has dots at its end and at its beginning there, which nobody needs to read. */
function joined(text: string, before: string | undefined, after: string | undefined): string {
  const isContinued = /…$/.test(text) && /^…/.test(after ?? '');
  const continues = /^…/.test(text) && /…$/.test(before ?? '');
  return text.replace(isContinued ? /\s*…$/ : /$/, '').replace(continues ? /^…\s*/ : /^/, '');
}

function paragraphsOf(cues: readonly SpokenCue[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let last: SpokenCue | undefined;
  let length = 0;
  for (const cue of cues) {
    const { voice, ...words } = cue;
    const open = paragraphs.at(-1);
    const begins =
      !open ||
      !last ||
      last.voice !== voice ||
      cue.startMs - last.endMs >= PAUSE_MS ||
      (length >= LONG_PARAGRAPH && /[.!?…]["”’)]?$/.test(last.text));
    if (begins) {
      paragraphs.push({ ...(voice !== undefined && { voice }), cues: [words] });
      length = 0;
    } else open.cues.push(words);
    length += cue.text.length;
    last = cue;
  }
  return paragraphs;
}
