import { tryContent } from '../articles/read-content.ts';
import { formatMistakes } from '../errors/user-error.ts';

/** Prints every mistake in a content folder, without building anything; true where there is none. */
export async function checkContentFolder(contentDir: string): Promise<boolean> {
  const { content, mistakes } = await tryContent(contentDir);
  if (!content) {
    console.error(formatMistakes(mistakes));
    console.error(`\n${mistakes.length === 1 ? 'One mistake' : `${mistakes.length} mistakes`} in the content.`);
    return false;
  }
  const articles = new Set(content.editions.map(({ slug }) => slug)).size;
  console.log(`Content is sound: ${articles} articles in ${content.editions.length} editions.`);
  return true;
}
