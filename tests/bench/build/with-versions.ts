import { parse, stringify } from 'yaml';
import type { CorpusContent } from '../corpus-content.ts';

/** The same content for products of several versions. Every `nth` article says something else in each of them. */
export function withVersions(content: CorpusContent, versions: number, nth: number): CorpusContent {
  const numbers = Array.from({ length: versions }, (_, index) => versions - index);
  let articles = 0;
  const changed = [...content.files].map(([path, text]): [string, string] => {
    if (path.startsWith('products/')) return [path, productOf(text, numbers)];
    if (!path.startsWith('articles/') || articles++ % nth !== 0) return [path, text];
    return [path, text.replace(/\n---\n/, `\n---\n\n${linesFor(numbers)}\n`)];
  });
  return { ...content, files: new Map(changed) };
}

function productOf(text: string, numbers: readonly number[]): string {
  const product = parse(text) as Record<string, unknown>;
  const versions = numbers.map((number) => ({
    id: String(number),
    label: `Version ${number}`,
    released: `${2020 + number}-01-01`,
  }));
  return stringify({ ...product, versions });
}

function linesFor(numbers: readonly number[]): string {
  return numbers
    .map((number) => `<For versions="${number}">\n\nThis line is for version ${number} alone.\n\n</For>\n`)
    .join('\n');
}
