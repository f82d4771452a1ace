import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { normalizePath, type Plugin } from 'vite';
import { translatedFolder } from './translated-folder.ts';

/**
 * Builds the site in another language than English: a module of `en/` that has a namesake in the folder of the language
 * is replaced by it, so that browsers load one language alone. Rooms without a translation stay English. `language` is
 * a BCP 47 tag: "pt-BR" looks in `pt-BR/`, else in `pt/`. `folder` is where the languages stand.
 */
export function translation(
  language: () => Promise<string>,
  folder = fileURLToPath(new URL('.', import.meta.url)),
): Plugin {
  const english = normalizePath(join(folder, 'en/'));
  let translated: string | undefined;
  return {
    name: 'handrail-translation',
    enforce: 'pre',
    async buildStart() {
      translated = folderOf(await language(), folder);
    },
    async resolveId(source, importer, options) {
      if (translated === undefined || !source.includes('/en/') || importer === undefined) return undefined;
      // A translation may take over parts of the English.
      if (importer.startsWith(translated)) return undefined;
      const original = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (!original?.id.startsWith(english)) return undefined;
      const namesake = translated + original.id.slice(english.length);
      return existsSync(namesake) ? namesake : undefined;
    },
  };
}

/** English stands in no folder of its own kinds. */
function folderOf(language: string, folder: string): string | undefined {
  const found = language.split('-')[0] === 'en' ? undefined : translatedFolder(language, folder);
  return found && normalizePath(found);
}
