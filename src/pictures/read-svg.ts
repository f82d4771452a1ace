import { DRAWN_TAGS, isNoteOfAProgram } from './drawn-tags.ts';
import { xmlPieces, type XmlPiece } from './xml-pieces.ts';

/** The size of a drawing in CSS pixels, or what keeps it from being published. `line` counts in the file. */
export type SvgRead = { width: number; height: number } | { line: number; problem: string; fix: string };

type Says = { problem: string; fix: string };
type Tag = Extract<XmlPiece, { kind: 'tag' }>;

/** Letters that are written as in ASCII, where no byte of a tag can mean something else. */
const ENCODINGS = ['utf-8', 'us-ascii', 'ascii', 'iso-8859-1', 'windows-1252'];

const PLAIN = 'Take it out: a drawing is shapes, text and styles.';
const AGAIN = 'Save it again as plain SVG from the program that drew it.';
const UNREAD = { problem: 'This drawing cannot be read here.', fix: AGAIN };

/**
 * Reads a drawing and refuses what could run, or be fetched from elsewhere. In an article neither would happen, but
 * whoever opens the file at its own address would run it in the name of this site.
 */
export function readSvg(written: string): SvgRead {
  const source = plain(written);
  const mistake = mistakeInSvg(source);
  if (mistake) return mistake;
  const root = rootOf(xmlPieces(source));
  const size = root && sizeOf(root);
  if (size && size.width > 0 && size.height > 0) return size;
  return { line: lineAt(source, root?.at ?? 0), ...(size ? TINY : NO_SIZE) };
}

const NO_SIZE = {
  problem: 'This drawing does not say how large it is.',
  fix: 'Give its <svg> a viewBox="0 0 640 360": the width and height that it is drawn in.',
};
const TINY = {
  problem: 'This drawing is less than a pixel wide or high.',
  fix: 'Give its <svg> a size beside its viewBox: width="640" height="360".',
};

/** What keeps a drawing from being published whose size does not matter; undefined where there is nothing. */
export function mistakeInSvg(written: string): (Says & { line: number }) | undefined {
  const source = plain(written);
  const pieces = [...xmlPieces(source)];
  const prefixes = prefixesIn(pieces);
  let style: { at: number; text: string } | undefined;
  for (const piece of pieces) {
    if (style && piece.kind === 'text') style.text += piece.text;
    else if (style && piece.kind === 'end') {
      if (fetchesElsewhere(style.text)) return { ...elsewhere(style.text), line: lineAt(source, style.at) };
      style = undefined;
    }
    // What stands in a style is read as one text, without the tags between.
    const says = style && piece.kind === 'tag' ? UNREAD : mistakeIn(piece, prefixes);
    if (says) return { ...says, line: lineAt(source, piece.at) };
    if (piece.kind === 'tag' && bareName(piece.name) === 'style' && !piece.isEmpty) style = { at: piece.at, text: '' };
  }
  // A browser reads a style to the end of the file where nothing ends it.
  if (style) return { ...UNREAD, line: lineAt(source, style.at) };
  const root = rootOf(pieces);
  if (!root || root.name.split(':').at(-1) !== 'svg') return NO_SVG;
  return hasNamespace(root) ? undefined : { line: lineAt(source, root.at), ...unnamed(root) };
}

const SVG = 'http://www.w3.org/2000/svg';
const NO_SVG = {
  line: 1,
  problem: 'This is no SVG drawing.',
  fix: 'Save it again as SVG from the program that drew it.',
};

/** Whether a tag stands in the namespace of SVG, as the first one of a file has to. */
function hasNamespace(root: Tag): boolean {
  return root.attributes.some(([key, value]) => key === declarationFor(root) && value === SVG);
}

function unnamed(root: Tag): Says {
  return {
    problem: 'This drawing does not say that it is SVG, so no browser would draw it.',
    fix: `Let its first tag say ${declarationFor(root)}="${SVG}".`,
  };
}

function declarationFor({ name }: Tag): string {
  return name.includes(':') ? `xmlns:${name.split(':')[0]}` : 'xmlns';
}

function plain(written: string): string {
  return written.replace(/^\uFEFF/, '');
}

function lineAt(source: string, at: number): number {
  return source.slice(0, at).split('\n').length;
}

function rootOf(pieces: Iterable<XmlPiece>): Tag | undefined {
  for (const piece of pieces) if (piece.kind === 'tag') return piece;
  return undefined;
}

/** What every prefix stands for in any part of the drawing. */
function prefixesIn(pieces: readonly XmlPiece[]): ReadonlyMap<string, readonly string[]> {
  const declared = pieces
    .flatMap((piece) => (piece.kind === 'tag' ? piece.attributes : []))
    .filter(([key]) => key.startsWith('xmlns:'));
  return new Map(
    Object.entries(Object.groupBy(declared, ([key]) => key.slice('xmlns:'.length))).map(([prefix, all = []]) => [
      prefix,
      all.map(([, namespace]) => namespace),
    ]),
  );
}

function mistakeIn(piece: XmlPiece, prefixes: ReadonlyMap<string, readonly string[]>): Says | undefined {
  switch (piece.kind) {
    case 'tag':
      return mistakeInTag(piece, prefixes);
    case 'declaration':
      if (piece.encoding === undefined || ENCODINGS.includes(piece.encoding.toLowerCase())) return undefined;
      return { problem: `This drawing is written in ${piece.encoding}.`, fix: 'Save it again as UTF-8.' };
    case 'doctype':
      return piece.hasEntities ? { problem: DECLARES, fix: AGAIN } : undefined;
    case 'instruction':
      return { problem: DECLARES, fix: AGAIN };
    case 'unreadable':
      return UNREAD;
    case 'end':
    case 'text':
      return undefined;
  }
}

const DECLARES = 'This drawing declares what could stand for anything.';

function mistakeInTag({ name, attributes }: Tag, prefixes: ReadonlyMap<string, readonly string[]>): Says | undefined {
  const [prefix = '', local] = name.split(':');
  const isNote = local !== undefined && (prefixes.get(prefix) ?? ['']).every(isNoteOfAProgram);
  if (!isNote && !DRAWN_TAGS.has(bareName(name))) {
    return {
      problem: `This drawing holds a <${bareName(name)}>, which could act in the name of this site.`,
      fix: PLAIN,
    };
  }
  for (const [key, value] of attributes) {
    const bare = bareName(key);
    // What programs note for themselves (`inkscape:…`) styles nothing; links keep their name under any prefix.
    if (key.includes(':') && !/^(href|src|base|on\w+)$/.test(bare)) continue;
    if (/^on/.test(bare) || (bare === 'attributename' && /^\s*(on|href)/i.test(bareName(value)))) {
      return { problem: `This drawing holds code: ${bare}="…".`, fix: PLAIN };
    }
    const leads = LEADING.includes(bare) && !isOwn(value);
    if (leads || fetchesElsewhere(value)) return elsewhere(value);
  }
  return undefined;
}

const LEADING = ['base', 'href', 'ping', 'src'];

/** A part of the same drawing, or a picture that it holds. */
function isOwn(address: string): boolean {
  return /^\s*(#|data:image\/(png|jpeg|webp|gif|avif)[;,])/i.test(address);
}

function fetchesElsewhere(style: string): boolean {
  if (/@import|\b(?:image-set|src)\(|\\/i.test(style)) return true;
  return [...style.matchAll(/url\(\s*["']?([^)]*)/gi)].some(([, address = '']) => !isOwn(address));
}

function elsewhere(value: string): { problem: string; fix: string } {
  const named = /(?:url\(\s*["']?|^\s*)([a-z]*:?\/\/[^"')\s]{1,60})/i.exec(value)?.[1];
  return {
    problem: `This drawing fetches something from elsewhere${named === undefined ? '' : `: ${named}`}.`,
    fix: 'Put what it needs into the file itself; fonts are those of the reader’s system.',
  };
}

function sizeOf(root: Tag): { width: number; height: number } | undefined {
  const attributes = new Map(root.attributes.map(([key, value]) => [key.toLowerCase(), value]));
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
