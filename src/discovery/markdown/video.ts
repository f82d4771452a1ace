import { transcript } from '../../strings/en/authoring.ts';
import { twin as words } from '../../strings/en/discovery.ts';
import type { BoundVideo } from '../../video/bound-video.ts';
import { clockTime } from '../../video/clock-time.ts';
import { findEmbed } from '../../video/providers.ts';
import { transcriptOf } from '../../video/transcript.ts';
import { escapeText, linkTarget } from './escape.ts';
import type { Absolute } from './inline.ts';

/** A video to read: a link to it, and all that it says, chapter by chapter. */
export function videoInMarkdown({ id, title, source, cues, chapters }: BoundVideo, absolute: Absolute): string {
  const embed = findEmbed(source);
  const address = embed?.kind === 'frame' ? embed.page : absolute(source);
  const said = transcriptOf(id, cues, chapters).map((chapter) =>
    [
      ...(chapter.title === undefined ? [] : [chapterTitle(chapter.startMs, chapter.title)]),
      ...chapter.paragraphs.map(({ voice, cues: spoken }) => {
        const text = escapeText(spoken.map((cue) => cue.text).join(' '));
        return voice === undefined ? text : `**${escapeText(transcript.voice(voice)).trim()}** ${text}`;
      }),
    ]
      .map((line) => `> ${line}`)
      .join('\n>\n'),
  );
  return [
    `[${escapeText(words.video(title))}](${linkTarget(address)})`,
    ...(said.length === 0 ? [] : [escapeText(transcript.label(title)), said.join('\n>\n')]),
  ].join('\n\n');
}

function chapterTitle(startMs: number, title: string): string {
  return `**${escapeText(words.chapter({ time: clockTime(startMs / 1000), title }))}**`;
}
