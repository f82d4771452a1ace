import { parse } from 'yaml';

/**
 * The text of an article with `added` at the end of its keywords; everything else stays as it is, letter by letter.
 * Undefined where its keywords are written in a way that this does not understand: then a writer adds them by hand.
 */
export function withKeywords(source: string, added: readonly string[]): string | undefined {
  const fields = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(source);
  const yaml = fields?.[1];
  if (yaml === undefined) return undefined;
  const end = yaml.includes('\r\n') ? '\r\n' : '\n';
  const start = source.indexOf(yaml);
  const changed = inFlow(yaml, added) ?? inBlock(yaml, added, end) ?? asNew(yaml, added, end);
  if (changed === undefined || !isRight(yaml, changed, added)) return undefined;
  return source.slice(0, start) + changed + source.slice(start + yaml.length);
}

/** `keywords: [a, b]`, on one line or several. */
function inFlow(yaml: string, added: readonly string[]): string | undefined {
  return replaced(yaml, /^keywords:[ \t]*\[([^\]#]*?)[\s,]*\]/m, (whole, written) => {
    const items = [...(written.trim() === '' ? [] : [written.trimEnd()]), ...added.map(plainOrQuoted)];
    const last = /[\s,]*\]$/.exec(whole)?.[0] ?? ']';
    return `${whole.slice(0, whole.indexOf('[') + 1)}${items.join(', ')}${last.replace(',', '')}`;
  });
}

/** `keywords:` with a line for each. */
function inBlock(yaml: string, added: readonly string[], end: string): string | undefined {
  return replaced(yaml, /^keywords:[ \t]*(?:#.*)?(?:\r?\n[ \t]*(?:#.*)?)*?(?:\r?\n[ \t]*- .*)+/m, (whole) => {
    const indent = /\n([ \t]*)- .*$/.exec(whole)?.[1] ?? '  ';
    return whole + added.map((word) => `${end}${indent}- ${plainOrQuoted(word)}`).join('');
  });
}

function asNew(yaml: string, added: readonly string[], end: string): string | undefined {
  if (/^["']?keywords["']?[ \t]*:/m.test(yaml)) return undefined;
  return `${yaml}${end}keywords: [${added.map(plainOrQuoted).join(', ')}]`;
}

function replaced(text: string, wanted: RegExp, by: (whole: string, first: string) => string): string | undefined {
  const found = wanted.exec(text);
  if (!found) return undefined;
  const [whole, first = ''] = found;
  return text.slice(0, found.index) + by(whole, first) + text.slice(found.index + whole.length);
}

/** The YAML says what it said before, and these keywords as well. */
function isRight(before: string, after: string, added: readonly string[]): boolean {
  try {
    const [was, is] = [before, after].map((yaml) => parse(yaml) as Record<string, unknown>);
    const had = Array.isArray(was?.['keywords']) ? (was['keywords'] as unknown[]) : [];
    return JSON.stringify(sorted({ ...was, keywords: [...had, ...added] })) === JSON.stringify(sorted(is ?? {}));
  } catch {
    // What cannot be read is not right.
    return false;
  }
}

function sorted(fields: Record<string, unknown>): [string, unknown][] {
  return Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
}

function plainOrQuoted(word: string): string {
  const isPlain = /^[\p{L}][\p{L}\p{M}\p{N}-]*$/u.test(word) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(word);
  return isPlain ? word : JSON.stringify(word);
}
