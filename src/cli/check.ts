import { tryContent } from '../articles/read-content.ts';
import { formatMistakes } from '../errors/user-error.ts';

const folder = process.env['CONTENT_DIR'] ?? 'content';
const started = performance.now();
const { content, mistakes } = await tryContent(folder);
console.log(
  content
    ? `${content.editions.length} editions in ${Math.round(performance.now() - started)} ms`
    : formatMistakes(mistakes),
);
