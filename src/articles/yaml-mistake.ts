import { visit, type Document, type YAMLError } from 'yaml';

/** Something that YAML cannot read, or would read as something else than was meant; `offset` is where it stands. */
export type YamlMistake = { offset: number; problem: string; fix: string };

const LONGEST_REPEATED = 100;

/** What keeps `document` from being read as it was meant. After the first error YAML guesses, so that one is named. */
export function yamlMistakes(document: Document, text: string): YamlMistake[] {
  const errors = [...document.errors, ...document.warnings];
  const syntax = errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  if (syntax) return [syntaxMistake(syntax, text)];
  if (errors.length > 0) return errors.map((error) => twice(error, text));
  return firstOfEachLine(anchorsOf(document), text).map((offset) => ({ offset, ...unquoted(lineAt(text, offset)) }));
}

function syntaxMistake(error: YAMLError, text: string): YamlMistake {
  // A quote that is never closed is noticed at the end of the text only.
  const openQuote = /^Missing closing/.test(error.message)
    ? text.search(/(?<=^[ \t]*(?:- )?[\w-]+:[ \t]+)(["'])(?!.*\1)/m)
    : -1;
  const offset = openQuote === -1 ? error.pos[0] : openQuote;
  return { offset, ...explain(error, lineAt(text, offset)) };
}

function explain(error: YAMLError, line: string): { problem: string; fix: string } {
  const said = error.message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? '';
  const { value } = fieldOf(line);
  if (error.code === 'TAB_AS_INDENT')
    return { problem: 'This line is indented with a tab.', fix: 'Use spaces instead.' };
  if (/end with a [\]}]/.test(said)) {
    const bracket = said.at(-1);
    return {
      problem: `A "${bracket}" is missing here or in a line above.`,
      fix: `Close the list or group with "${bracket}".`,
    };
  }
  if (/^Missing closing/.test(said))
    return { problem: 'A quote is opened and never closed.', fix: 'Add the closing quote.' };
  if (/^(".*".*"|'.*'.*')$/.test(value)) {
    return { problem: 'A quote inside the text ends it too early.', fix: `Write ${requoted(line)}.` };
  }
  if (/^[^"'[{]/.test(value) && (/^[>|*&!%@`-]/.test(value) || /:(?:\s|$)/.test(value))) return unquoted(line);
  return {
    problem: `This is not readable YAML: ${said}.`,
    fix: 'Look at quotes, colons and indentation in this line and the one before it.',
  };
}

function unquoted(line: string): { problem: string; fix: string } {
  const { value } = fieldOf(line);
  const sign = /^[>|*&!%@`-]/.exec(value)?.[0];
  return {
    problem: sign ? `A value that begins with "${sign}" needs quotes.` : 'A value with a colon in it needs quotes.',
    fix:
      value !== '' && value.length <= LONGEST_REPEATED ? `Write ${requoted(line)}.` : 'Put the whole value in quotes.',
  };
}

function requoted(line: string): string {
  const { key, value } = fieldOf(line);
  const inner = value.replace(/^(["'])(.*)\1$/, '$2');
  const quoted = /["\\]/.test(inner) ? `'${inner.replaceAll("'", "''")}'` : `"${inner}"`;
  return `${key} ${quoted}`;
}

function fieldOf(line: string): { key: string; value: string } {
  const [, key = '', value = ''] = /^\s*(?:- )?([\w-]+:)\s+(\S.*?)\s*$/.exec(line) ?? [];
  return { key, value };
}

function twice(error: YAMLError, text: string): YamlMistake {
  const offset = error.pos[0];
  const key = /^["']?([^"':\s]+)/.exec(text.slice(offset))?.[1] ?? 'This';
  return { offset, problem: `"${key}" stands here a second time.`, fix: 'Keep one of the two.' };
}

/** Anchors and aliases: more often a text that begins with "&" or "*" than meant, and a way to write a flood. */
function anchorsOf(document: Document): number[] {
  const offsets: number[] = [];
  visit(document, {
    Alias: (_key, alias) => void offsets.push(alias.range?.[0] ?? 0),
    Value: (_key, value) => void (value.anchor !== undefined && offsets.push(value.range?.[0] ?? 0)),
  });
  return offsets;
}

function firstOfEachLine(offsets: readonly number[], text: string): number[] {
  const lines = new Map(offsets.toReversed().map((offset) => [text.slice(0, offset).split('\n').length, offset]));
  return [...lines.values()].sort((a, b) => a - b);
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end === -1 ? undefined : end);
}
