const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&lrm;': '\u200E',
  '&rlm;': '\u200F',
  '&quot;': '"',
  '&apos;': "'",
};

/** What one voice says in a cue; `voice` is the speaker of a `<v …>` span. */
export type Spoken = { voice?: string; text: string };

/** The text of a cue without markup and on one line, parted where the voice changes. */
export function spokenIn(text: string): Spoken[] {
  return text
    .split(/(?=<v[\s.])|<\/v>/)
    .map((part) => {
      const voice = /^<v(?:\.[^\s>]*)?\s+([^>]+)>/.exec(part)?.[1];
      return { ...(voice !== undefined && { voice: plain(voice) }), text: plain(part) };
    })
    .filter((spoken) => spoken.text !== '');
}

/** The words alone. */
export function wordsIn(text: string): string {
  return spokenIn(text)
    .map((spoken) => spoken.text)
    .join(' ');
}

/** Tags are the closed set of WebVTT and its timestamps; a "<" of a writer stands as "&lt;". */
function plain(text: string): string {
  return text
    .replace(/<\/?(?:[cibuv]|ruby|rt|lang)(?:[\s.][^>]*)?>|<[\d:.]+>/g, '')
    .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}
