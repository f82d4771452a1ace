/** The size of a drawing in CSS pixels, or what keeps it from being published. `line` counts in the file. */
export type SvgRead = { width: number; height: number } | { line: number; problem: string; fix: string };

type Tag = { name: string; attributes: ReadonlyMap<string, string>; text: string; at: number };

const FORBIDDEN_TAGS = ['audio', 'embed', 'foreignobject', 'handler', 'iframe', 'object', 'script', 'video'];
const TAG =
  /<([A-Za-z_][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>([^<]*(?:<!\[CDATA\[[\s\S]*?\]\]>[^<]*)*)/g;
const ATTRIBUTE = /([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Reads a drawing and refuses what could run, or be fetched from elsewhere. In an article neither would happen, but
 * whoever opens the file at its own address would run it in the name of this site.
 */
export function readSvg(source: string): SvgRead {
  // Of the same length, so that lines still count.
  const text = source.replace(/<!--[\s\S]*?-->|<\?xml\b[^>]*\?>/g, (gone) => gone.replace(/[^\n]/g, ' '));
  const lineAt = (at: number) => text.slice(0, at).split('\n').length;
  const strange = strangeIn(text);
  if (strange) return { ...strange.says, line: lineAt(strange.at) };
  const tags = [...text.matchAll(TAG)].map(tagOf);
  for (const tag of tags) {
    const says = mistakeIn(tag);
    if (says) return { ...says, line: lineAt(tag.at) };
  }
  const root = tags[0];
  if (root?.name !== 'svg') {
    return { line: 1, problem: 'This is no SVG drawing.', fix: 'Save it again as SVG from the program that drew it.' };
  }
  const size = sizeOf(root);
  return (
    size ?? {
      line: lineAt(root.at),
      problem: 'This drawing does not say how large it is.',
      fix: 'Give its <svg> a viewBox="0 0 640 360": the width and height that it is drawn in.',
    }
  );
}

/** Declarations that can hide the rest, and tags that are not written as XML wants it. */
function strangeIn(text: string): { at: number; says: { problem: string; fix: string } } | undefined {
  const again = { fix: 'Save it again as plain SVG from the program that drew it.' };
  const declared = /<!DOCTYPE[^>]*\[|<!ENTITY|<\?(?!xml\s)/i.exec(text);
  if (declared) {
    return { at: declared.index, says: { problem: 'This drawing declares what could stand for anything.', ...again } };
  }
  const rest = text.replace(/<!DOCTYPE[^>]*>|<\/[A-Za-z_][\w:.-]*\s*>/gi, (gone) => gone.replace(/[^\n]/g, ' '));
  const unread = rest.replace(TAG, (tag) => ' '.repeat(tag.length)).search(/</);
  return unread < 0 ? undefined : { at: unread, says: { problem: 'This drawing cannot be read here.', ...again } };
}

function tagOf(match: RegExpExecArray): Tag {
  const [, name = '', attributes = '', text = ''] = match;
  // What drawing programs note for themselves (`inkscape:…`) styles nothing; links keep their name under any prefix.
  const pairs = [...attributes.matchAll(ATTRIBUTE)]
    .filter(([, key = '']) => !key.includes(':') || /:(href|src|base|on\w+)$/i.test(key))
    .map(([, key = '', double, single]) => [bareName(key), decoded(double ?? single ?? '')] as const);
  return { name: bareName(name), attributes: new Map(pairs), text: decoded(text), at: match.index };
}

function mistakeIn({ name, attributes, text }: Tag): { problem: string; fix: string } | undefined {
  if (FORBIDDEN_TAGS.includes(name)) {
    return {
      problem: `This drawing holds a <${name}>, which could run in the name of this site.`,
      fix: 'Take it out: a drawing is shapes, text and styles.',
    };
  }
  for (const [key, value] of attributes) {
    if (/^on/.test(key) || (key === 'attributename' && /^\s*(on|href)/i.test(bareName(value)))) {
      return {
        problem: `This drawing holds code: ${key}="…".`,
        fix: 'Take it out: a drawing is shapes, text and styles.',
      };
    }
    const leads = ['base', 'href', 'src'].includes(key) && !isOwn(value);
    if (leads || fetchesElsewhere(value)) return elsewhere(value);
  }
  return name === 'style' && fetchesElsewhere(text) ? elsewhere(text) : undefined;
}

/** A part of the same drawing, or a picture that it holds. */
function isOwn(address: string): boolean {
  return /^\s*(#|data:image\/(png|jpeg|webp|gif|avif)[;,])/i.test(address);
}

function fetchesElsewhere(style: string): boolean {
  if (/@import|\bimage-set\(|\\/i.test(style)) return true;
  return [...style.matchAll(/url\(\s*["']?([^)]*)/gi)].some(([, address = '']) => !isOwn(address));
}

function elsewhere(value: string): { problem: string; fix: string } {
  const named = /(?:url\(\s*["']?|^\s*)([a-z]*:?\/\/[^"')\s]{1,60})/i.exec(value)?.[1];
  return {
    problem: `This drawing fetches something from elsewhere${named === undefined ? '' : `: ${named}`}.`,
    fix: 'Put what it needs into the file itself; fonts are those of the reader’s system.',
  };
}

function sizeOf({ attributes }: Tag): { width: number; height: number } | undefined {
  const box = (attributes.get('viewbox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [width, height] = [inPixels(attributes.get('width')), inPixels(attributes.get('height'))];
  const [, , boxWidth = NaN, boxHeight = NaN] = box;
  if (width && height) return { width: Math.round(width), height: Math.round(height) };
  if (!(boxWidth > 0 && boxHeight > 0)) return undefined;
  return { width: Math.round(boxWidth), height: Math.round(boxHeight) };
}

function inPixels(length: string | undefined): number | undefined {
  const written = /^\s*(\d*\.?\d+)(px)?\s*$/.exec(length ?? '')?.[1];
  return written === undefined ? undefined : Number(written);
}

/** Without the prefix of a namespace, in lower case. */
function bareName(name: string): string {
  return (name.split(':').at(-1) ?? name).trim().toLowerCase();
}

/** `&#106;` and its like are letters to a browser. */
function decoded(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => letter(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => letter(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}

function letter(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
