/** A piece of a file of XML, with the place where it begins. Text is as a browser reads it. */
export type XmlPiece = { at: number } & (
  | { kind: 'tag'; name: string; attributes: readonly (readonly [name: string, value: string])[]; isEmpty: boolean }
  | { kind: 'end'; name: string }
  | { kind: 'text'; text: string }
  /** How the file says that it is written; undefined where it does not. */
  | { kind: 'declaration'; encoding: string | undefined }
  | { kind: 'doctype'; hasEntities: boolean }
  | { kind: 'instruction' }
  /** What is no XML, or means something only to who knows more; nothing is read behind it. */
  | { kind: 'unreadable' }
);

type Rule = { begins: RegExp; piece: (match: RegExpExecArray) => XmlPiece | undefined };

const NAME = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const ATTRIBUTE = `(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`;

/** What can stand in a file of XML (https://www.w3.org/TR/xml/), each to its end, so that none hides in another. */
const RULES: readonly Rule[] = [
  { begins: /<!--[^]*?-->/y, piece: () => undefined },
  { begins: /<!\[CDATA\[([^]*?)\]\]>/y, piece: ({ index, 1: text = '' }) => ({ kind: 'text', text, at: index }) },
  {
    begins: /<\?xml\s[^]*?\?>/y,
    piece: ({ index, 0: all }) =>
      // Anywhere else it is a mistake, and what follows is read as each browser likes.
      index > 0
        ? { kind: 'instruction', at: index }
        : { kind: 'declaration', encoding: /encoding\s*=\s*["']([^"']*)/.exec(all)?.[1], at: index },
  },
  { begins: /<\?[^]*?\?>/y, piece: ({ index }) => ({ kind: 'instruction', at: index }) },
  {
    begins: /<!DOCTYPE(?:[^>["']|"[^"]*"|'[^']*')*([>[])/iy,
    piece: ({ index, 1: end }) => ({ kind: 'doctype', hasEntities: end === '[', at: index }),
  },
  { begins: /<!/y, piece: ({ index }) => ({ kind: 'doctype', hasEntities: true, at: index }) },
  {
    begins: new RegExp(`</(${NAME})\\s*>`, 'y'),
    piece: ({ index, 1: name = '' }) => ({ kind: 'end', name, at: index }),
  },
  { begins: new RegExp(`<(${NAME})((?:\\s+${ATTRIBUTE})*)\\s*(?<empty>/?)>`, 'y'), piece: tagOf },
  {
    begins: /[^<]+/y,
    piece: ({ index, 0: written }) => {
      const text = decoded(written);
      return text === undefined ? { kind: 'unreadable', at: index } : { kind: 'text', text, at: index };
    },
  },
];

/** Reads `source` once, from its start to its end, without comments. */
export function* xmlPieces(source: string): Generator<XmlPiece> {
  let at = 0;
  while (at < source.length) {
    const found = pieceAt(source, at);
    if (found?.piece) yield found.piece;
    if (!found) yield { kind: 'unreadable', at };
    if (!found || found.piece?.kind === 'unreadable') return;
    at = found.end;
  }
}

function pieceAt(source: string, at: number): { piece: XmlPiece | undefined; end: number } | undefined {
  for (const { begins, piece } of RULES) {
    begins.lastIndex = at;
    const match = begins.exec(source);
    if (match) return { piece: piece(match), end: at + match[0].length };
  }
  return undefined;
}

function tagOf({ index: at, 1: name = '', 2: written = '', ...rest }: RegExpExecArray): XmlPiece {
  const attributes: [name: string, value: string][] = [];
  for (const [, key = '', double, single] of written.matchAll(new RegExp(ATTRIBUTE, 'g'))) {
    const value = decoded(double ?? single ?? '');
    if (value === undefined) return { kind: 'unreadable', at };
    attributes.push([key, value]);
  }
  return { kind: 'tag', name, attributes, isEmpty: rest.groups?.['empty'] === '/', at };
}

const LETTERS = new Map([
  ['quot', '"'],
  ['apos', "'"],
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
]);

/** `&#106;` and its like are letters to a browser. Undefined for names that only some declaration explains. */
function decoded(text: string): string | undefined {
  let isKnown = true;
  const read = text.replace(/&(?:#x([0-9a-f]+);|#(\d+);|(\w+);|)/gi, (_, hex?: string, decimal?: string, name = '') => {
    const letter = LETTERS.get(String(name)) ?? letterOf(hex ? Number.parseInt(hex, 16) : Number(decimal));
    isKnown &&= letter !== undefined;
    return letter ?? '';
  });
  return isKnown ? read : undefined;
}

function letterOf(code: number): string | undefined {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
