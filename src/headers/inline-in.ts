import { createHash } from 'node:crypto';

/** What stands in pages instead of in files, as hashes for a Content-Security-Policy (CSP 3, 2.3.1). */
export type Inline = { scripts: readonly string[]; styles: readonly string[] };

/** Scripts and styles that stand in `html`. What has a type of its own, such as JSON, is carried out by nobody. */
export function inlineIn(html: string): Inline {
  return {
    scripts: hashesOf(html, /<script>([\s\S]*?)<\/script>/g),
    styles: hashesOf(html, /<style>([\s\S]*?)<\/style>/g),
  };
}

export function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function hashesOf(html: string, elements: RegExp): string[] {
  return [...new Set([...html.matchAll(elements)].map(([, text = '']) => hashOf(text)))];
}
