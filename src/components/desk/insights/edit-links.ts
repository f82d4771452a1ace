/** What is needed to lead to a file: which ones there are, and where they can be edited, if that is known. */
export type Editing = { files: ReadonlySet<string>; editAt?: string | undefined };

/** A piece of a sentence; with an address it is a link, and as code it is a file. */
export type Part = { text: string; address?: string; isFile?: true };

/** Files as advice writes them (`content/articles/a.mdx:12`), and addresses of the search. */
const NAMED = /(?<file>[^\s"(),]+\.mdx)(?::(?<line>\d+))?|\/search\/\?q=[^\s"(),]*/g;

/**
 * Advice in pieces, so that the files in it can be links. Only files of the site are: what readers typed is quoted in
 * advice too, and must lead nowhere.
 */
export function partsOf(advice: string, editing: Editing): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const found of advice.matchAll(NAMED)) {
    const part = linked(found[0], found.groups ?? {}, editing);
    if (!part) continue;
    parts.push({ text: advice.slice(end, found.index) }, part);
    end = found.index + found[0].length;
  }
  return [...parts, { text: advice.slice(end) }].filter(({ text }) => text !== '');
}

/** Where a file can be edited, at a line if one is named; undefined where the site does not say where its files are. */
export function editAddress({ editAt }: Editing, file: string, line?: string | number): string | undefined {
  if (editAt === undefined) return undefined;
  const path = file.split('/').map(encodeURIComponent).join('/');
  return `${editAt.replace(/\/+$/, '')}/${path}${line === undefined ? '' : `#L${line}`}`;
}

function linked(
  text: string,
  { file, line }: { [group: string]: string | undefined },
  editing: Editing,
): Part | undefined {
  // A sentence that ends with the address ends with a full stop.
  if (file === undefined) return text.endsWith('.') ? undefined : { text, address: text };
  if (!editing.files.has(file)) return undefined;
  const address = editAddress(editing, file, line);
  return { text, isFile: true, ...(address !== undefined && { address }) };
}
