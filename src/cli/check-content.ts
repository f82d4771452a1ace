import { tryContent } from '../articles/read-content.ts';
import { formatMistakes } from '../errors/user-error.ts';
import { readSettings } from '../server/settings.ts';

// `npm run check -- content`: every mistake in the content, without building anything.
const { contentDir } = readSettings(process.env);
const { content, mistakes } = await tryContent(contentDir);

if (content) {
  const articles = new Set(content.editions.map(({ slug }) => slug)).size;
  console.log(`Content is sound: ${articles} articles in ${content.editions.length} editions.`);
} else {
  console.error(formatMistakes(mistakes));
  console.error(`\n${mistakes.length === 1 ? 'One mistake' : `${mistakes.length} mistakes`} in the content.`);
  process.exitCode = 1;
}
