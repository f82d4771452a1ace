import { z } from 'zod';
import { Day, Identifier } from './identifier.ts';
import type { PictureFile } from './picture.ts';

/** One cut of a video: what some readers see of it. */
export const Cut = z.strictObject({
  audiences: z.array(Identifier).min(1).optional().describe('Whom it is for; absent: everybody.'),
  versions: z
    .string()
    .min(1)
    .optional()
    .describe('Semver range over the versions of the product whose article shows it; absent: all.'),
  source: z.string().min(1).describe('A file such as /videos/restore.webm, or a YouTube, Vimeo or PeerTube address.'),
  captions: z
    .string()
    .regex(
      /^[a-z0-9-]+(?:\.[a-z0-9-]+)?\.[a-z]{2,3}(?:-[A-Za-z0-9]+)*\.vtt$/,
      'Name a WebVTT file beside this one, with its language: restore-a-file.en.vtt or restore-a-file.home.en.vtt.',
    )
    .describe('WebVTT file beside this one, named <id>[.cut].<language>.vtt. Captions, transcript and search use it.'),
  chapters: z
    .string()
    .regex(/^[A-Za-z0-9.-]+\.vtt$/, 'Name a WebVTT file beside this one, such as restore-a-file.chapters.vtt.')
    .optional()
    .describe('WebVTT file with chapters, one a cue; absent: the captions say "NOTE chapter: …" before a cue.'),
  poster: z
    .string()
    .regex(/^\/(?!\/)\S+$/, 'Write a picture of this site, such as /videos/restore.jpg: others would see who reads.')
    .optional()
    .describe('Still picture of our own, below public/; absent: a drawn panel with the title.'),
  recorded: Day.describe('The day it was recorded.'),
});
export type Cut = z.infer<typeof Cut>;

/** `content/videos/<id>.yaml`: a video, in one cut or several whose readers never overlap. */
export const VideoFields = z.strictObject({
  title: z.string().min(1).max(120).describe('What it shows, in the customer’s words.'),
  cuts: z.array(Cut).min(1).describe('One for each kind of reader who should see another recording.'),
});

/** What is said or shown as text from `startMs` to `endMs`; `text` may hold WebVTT markup. */
export type Cue = { startMs: number; endMs: number; text: string };

/** A part of a video; it ends where the next one starts. */
export type Chapter = { startMs: number; title: string };

/** A cut with all that its files hold. */
export type VideoCut = Omit<Cut, 'chapters'> & {
  /** Of the captions, as their file's name says it: "en", "pt-BR". */
  language: string;
  /** The same recording in every format that lies beside the source, the source first; empty where it is elsewhere. */
  files: readonly string[];
  cues: readonly Cue[];
  chapters: readonly Chapter[];
  /** The poster as it was found, so that smaller copies of it can be made; absent where it is a drawing, or none. */
  still?: PictureFile;
};

export type Video = {
  id: string;
  /** Path as a writer sees it. */
  file: string;
  title: string;
  cuts: readonly VideoCut[];
};
