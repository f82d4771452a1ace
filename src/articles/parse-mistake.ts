import { INLINE_HTML, TAGS } from '../authoring/tags.ts';
import { didYouMean } from '../errors/did-you-mean.ts';
import type { UserError } from '../errors/user-error.ts';
import type { Edition } from '../schema/article.ts';

type Explained = { problem: string; fix: string };

/**
 * What the parser could not read, in words for a writer. Its own sentences speak of "valid JSX"; what stands at the
 * place that it names says better what was meant.
 */
export function parseMistake(error: unknown, { file, source }: Pick<Edition, 'file' | 'source'>): UserError {
  const message = error instanceof Error ? error.message : String(error);
  const [, line, column, said = message] = /^(\d+):(\d+): (.*?)(?: \([a-z-]+:[a-z-]+\))?$/s.exec(message) ?? [];
  const rest = line === undefined ? '' : (source.split('\n')[Number(line) - 1] ?? '').slice(Number(column) - 1);
  return { ...explain(said, rest), where: { file, line: line === undefined ? undefined : Number(line) } };
}

/** `rest` is the line from the place at which the parser stopped. */
function explain(said: string, rest: string): Explained {
  const [, open, inParagraph] = /^Expected a closing tag for `<([^>`]*)>` \(.*?\)( before the end)?/.exec(said) ?? [];
  if (open !== undefined) return unclosed(open, inParagraph !== undefined);
  const [, closed, expected, openedOn] =
    /^Unexpected closing tag `<\/([^>`]*)>`, expected (?:corresponding closing tag for `<([^>`]*)>` \((\d+))?/.exec(
      said,
    ) ?? [];
  if (closed !== undefined) return expected === undefined ? neverOpened(closed) : crossed(closed, expected, openedOn);
  if (/brace|expression/.test(said)) return brace(rest);
  if (rest.startsWith('<')) return lessThan(rest);
  return { problem: `This cannot be read: ${said}.`, fix: 'To show "<" or "{" as text, write \\< or \\{.' };
}

function unclosed(name: string, inParagraph: boolean): Explained {
  if (name === 'img') {
    const fix = 'Write ![What is on it](./name.png), and put the file beside the article.';
    return { problem: 'A picture is not written as <img>.', fix };
  }
  if (['br', 'hr'].includes(name)) return { problem: `<${name}> is not closed.`, fix: `Write <${name} />.` };
  if (!isTag(name)) {
    return {
      problem: `There is no tag <${name}>.`,
      fix: `${didYouMean(name, tagNames())}To show it as text, write \\<${name}> or put it in backquotes.`,
    };
  }
  if (!inParagraph) return { problem: `<${name}> is never closed.`, fix: `Write </${name}> where it ends.` };
  return {
    problem: `<${name}> is not closed in the paragraph in which it is opened.`,
    fix: `Write </${name}> in the same paragraph, or put both tags on lines of their own with an empty line on either side.`,
  };
}

function neverOpened(name: string): Explained {
  return {
    problem: `</${name}> closes a tag that was never opened.`,
    fix: `Delete it, or write <${name}> where it begins.`,
  };
}

function crossed(closed: string, expected: string, openedOn: string | undefined): Explained {
  if (!isTag(closed)) {
    return {
      problem: `There is no tag </${closed}>; <${expected}>, opened in line ${openedOn}, is still open.`,
      fix: `Write </${expected}>.`,
    };
  }
  return {
    problem: `</${closed}> stands where <${expected}>, opened in line ${openedOn}, is still open.`,
    fix: `Write </${expected}> first. A tag that is opened inside another is closed inside it.`,
  };
}

function brace(rest: string): Explained {
  return {
    problem: `A curly brace begins code, and articles hold none${rest.startsWith('{') ? `: ${start(rest)}` : '.'}`,
    fix: 'To show a brace, write \\{ or put it in backquotes. For a comment, write {/* … */}.',
  };
}

function lessThan(rest: string): Explained {
  if (rest.startsWith('<!--'))
    return { problem: 'A comment cannot be written as <!-- … -->.', fix: 'Write {/* … */}.' };
  if (/^<(?:[a-z]+:\/\/|[^\s<>]+@)/i.test(rest)) {
    return {
      problem: 'A link cannot stand in angle brackets.',
      fix: 'Write [the text to show](https://…), or the address alone.',
    };
  }
  const name = /^<\/?([A-Za-z][A-Za-z0-9-]*)/.exec(rest)?.[1];
  if (name !== undefined && isTag(name)) {
    return {
      problem: `The tag <${name}> cannot be read: ${start(rest)}`,
      fix: `Give every value straight quotes, as in <${example(name)}>, with none inside it, and end the tag with ">".`,
    };
  }
  return {
    problem: `"<" begins a tag, and this is none: ${start(rest)}`,
    fix: 'To show "<" as text, write \\< or put it in backquotes.',
  };
}

function example(name: string): string {
  const attribute = TAGS[name]?.required[0] ?? TAGS[name]?.optional[0];
  return attribute === undefined ? name : `${name} ${attribute}="…"`;
}

function start(rest: string): string {
  const shown = rest.trim();
  return shown.length > 40 ? `${shown.slice(0, 39)}…` : shown;
}

function isTag(name: string): boolean {
  return Object.hasOwn(TAGS, name) || INLINE_HTML.includes(name);
}

function tagNames(): string[] {
  return [...Object.keys(TAGS), ...INLINE_HTML];
}
