import type { Chapter, Cue } from '../schema/video.ts';

/** Something in a WebVTT file that players would drop or show wrongly. */
export type VttMistake = { line: number; problem: string; fix: string };

export type ParsedVtt = { cues: Cue[]; chapters: Chapter[]; mistakes: VttMistake[] };

type Block = { line: number; lines: string[] };
type Timing = { startMs: number; endMs: number };

const EXAMPLE = '00:01.000 --> 00:04.500';
const ORDER = 'Put the cues in the order of their start.';
/** What people type, or an editor makes, of the arrow between two times. */
const OTHER_ARROW = /^\s*\d+:[\d:.,]+\s*(?:[-–—]?[>→]|[-–—]+)\s*\d+:/;

/**
 * Reads WebVTT (W3C, https://www.w3.org/TR/webvtt1/) more strictly than players do: what they would drop in silence
 * is a mistake here. `NOTE chapter: …` starts a chapter with the cue after it.
 */
export function parseWebVtt(text: string): ParsedVtt {
  const read: ParsedVtt = { cues: [], chapters: [], mistakes: [] };
  const [header, ...blocks] = blocksOf(text);
  if (header === undefined || header.line !== 1 || !/^WEBVTT(?:[ \t].*)?$/.test(header.lines[0] ?? '')) {
    const fix = 'Write WEBVTT into the first line and leave the second one empty.';
    return { ...read, mistakes: [{ line: 1, problem: 'This is no WebVTT file: it does not begin with WEBVTT.', fix }] };
  }
  let chapter: { title: string; line: number } | undefined;
  for (const block of blocks) {
    const note = /^NOTE(?:\s|$)/.test(block.lines[0] ?? '');
    if (note) {
      const named = chapterIn(block, read.mistakes);
      if (named && chapter) read.mistakes.push(emptyChapter(chapter));
      chapter = named ?? chapter;
    } else if (!/^(?:STYLE|REGION)\s*$/.test(block.lines[0] ?? '')) {
      const cue = cueIn(block, read);
      if (cue && chapter) read.chapters.push({ startMs: cue.startMs, title: chapter.title });
      if (cue) chapter = undefined;
      if (cue) read.cues.push(cue);
    }
  }
  if (chapter) read.mistakes.push(emptyChapter(chapter));
  if (read.cues.length === 0 && read.mistakes.length === 0) {
    read.mistakes.push({
      line: 1,
      problem: 'This file holds no cues.',
      fix: `Write what is said, each sentence below its times: ${EXAMPLE}.`,
    });
  }
  return read;
}

/** A WebVTT file of chapters: each cue is one, its text the title. */
export function chaptersIn({ cues }: ParsedVtt): Chapter[] {
  return cues.map(({ startMs, text }) => ({ startMs, title: text.replace(/\s+/g, ' ') }));
}

/** What stands between empty lines, with the line on which it begins. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let current: Block | undefined;
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .forEach((content, index) => {
      if (content.trim() === '') current = undefined;
      else if (current) current.lines.push(content);
      else blocks.push((current = { line: index + 1, lines: [content] }));
    });
  return blocks;
}

function chapterIn({ line, lines }: Block, mistakes: VttMistake[]): { title: string; line: number } | undefined {
  const title = /^NOTE\s+chapter:(.*)$/is.exec(lines.join(' '))?.[1]?.trim();
  if (title === undefined) return undefined;
  if (title !== '') return { title, line };
  mistakes.push({ line, problem: 'This chapter has no title.', fix: 'Write NOTE chapter: and the title.' });
  return undefined;
}

function emptyChapter({ title, line }: { title: string; line: number }): VttMistake {
  return {
    line,
    problem: `The chapter "${title}" holds no cue.`,
    fix: 'Put the note before the first cue of its chapter, or delete it.',
  };
}

function cueIn(block: Block, { cues, mistakes }: ParsedVtt): Cue | undefined {
  const at = block.lines.findIndex((line) => line.includes('-->'));
  const line = block.line + Math.max(at, 0);
  const found = (problem: string, fix: string) => void mistakes.push({ line, problem, fix });
  if (at === -1) {
    const other = block.lines.findIndex((content) => OTHER_ARROW.test(content));
    if (other === -1)
      return found('These lines belong to no cue.', `Leave no empty line within a cue, or add times: ${EXAMPLE}.`);
    const problem = 'Between these times stands no arrow of WebVTT.';
    mistakes.push({ line: block.line + other, problem, fix: `Write --> between them: ${EXAMPLE}.` });
    return undefined;
  }
  if (at > 1) {
    const fix = 'Leave an empty line between two cues, and at most one line (a number or name) above the times.';
    return found('Too many lines stand above these times.', fix);
  }
  const timing = timingIn(block.lines[at] ?? '', found);
  if (!timing) return undefined;
  const text = block.lines.slice(at + 1);
  const twice = text.findIndex((content) => content.includes('-->'));
  if (twice !== -1) {
    mistakes.push({
      line: line + 1 + twice,
      problem: 'A cue begins here while another is open.',
      fix: 'Leave an empty line before it.',
    });
    return undefined;
  }
  const previous = cues.at(-1);
  if (timing.endMs <= timing.startMs) return found('This cue ends before it begins.', 'Put the earlier time first.');
  if (previous && timing.startMs < previous.startMs) return found('This cue starts before the one above it.', ORDER);
  if (text.length === 0)
    return found('This cue says nothing.', 'Write what is said below the times, or delete the cue.');
  return { ...timing, text: text.map((content) => content.trim()).join('\n') };
}

function timingIn(line: string, found: (problem: string, fix: string) => void): Timing | undefined {
  const [start = '', rest = ''] = line.split('-->').map((part) => part.trim());
  const end = rest.split(/\s+/)[0] ?? '';
  if (end === '') return void found('This cue has no end.', `Write both times: ${EXAMPLE}.`);
  const wrong = [start, end].find((time) => milliseconds(time) === undefined);
  if (wrong !== undefined) {
    const isSrt = /^(?:\d+:)?\d\d:\d\d,\d{3}$/.test(wrong);
    return void found(
      `"${wrong}" is not a time.`,
      isSrt
        ? `Write a point instead of the comma: ${wrong.replace(',', '.')}.`
        : `Write minutes, seconds and thousandths: ${EXAMPLE}.`,
    );
  }
  return { startMs: milliseconds(start) ?? 0, endMs: milliseconds(end) ?? 0 };
}

function milliseconds(time: string): number | undefined {
  const [, hours, minutes, seconds, fraction] = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/.exec(time) ?? [];
  if (fraction === undefined) return undefined;
  return ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction);
}
