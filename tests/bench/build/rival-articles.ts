import { parse, stringify } from 'yaml';
import { z } from 'zod';
import type { CorpusContent } from '../corpus-content.ts';
import type { RivalArticle } from './rival.ts';

const Fields = z.object({ title: z.string(), summary: z.string() });

/** The articles of a content folder, for those who know nothing of its fields. */
export function rivalArticles({ files }: CorpusContent): RivalArticle[] {
  return [...files].flatMap(([path, text]) => {
    const [, slug] = /^articles\/.*?([^/]+)\.mdx$/.exec(path) ?? [];
    if (slug === undefined) return [];
    const [, fields = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
    return [{ slug, ...Fields.parse(parse(fields)), body }];
  });
}

/** An article with the fields above it that Starlight and Docusaurus both know. */
export function withFields({ title, summary, body }: RivalArticle): string {
  return `---\n${stringify({ title, description: summary }, { lineWidth: 0 })}---\n${body}`;
}
