import type { Chapter, Cue, Video, VideoCut } from '../schema/video.ts';

/** A video with the cut of one reader: all that its tag needs to be rendered, and all that a reader sees of it. */
export type BoundVideo = {
  id: string;
  title: string;
  source: string;
  files: readonly string[];
  poster?: string | undefined;
  recorded: string;
  /** Name of the captions file, and the language of the captions. */
  captions: string;
  language: string;
  cues: readonly Cue[];
  chapters: readonly Chapter[];
};

/** Whom a cut is for is left out: readers who see the same must get the same. */
export function boundVideo({ id, title }: Video, cut: VideoCut): BoundVideo {
  const { source, files, poster, recorded, captions, language, cues, chapters } = cut;
  return { id, title, source, files, ...(poster && { poster }), recorded, captions, language, cues, chapters };
}
