import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { Mistakes, type UserError } from '../errors/user-error.ts';
import { fileNamesIfAny } from '../files/file-names.ts';
import { PUBLIC_DIR } from '../files/public-dir.ts';
import { checkLook } from '../look/check-look.ts';
import { readLook } from '../look/read-look.ts';
import { readPictures } from '../pictures/read-pictures.ts';
import { Frontmatter, type Edition } from '../schema/article.ts';
import { Audience, Product, Topic } from '../schema/catalogue.ts';
import { Identifier } from '../schema/identifier.ts';
import { Site } from '../schema/site.ts';
import { checkContent } from './check-content.ts';
import type { Content } from './content.ts';
import { filesNotRead } from './files-not-read.ts';
import { findWarnings } from './find-warnings.ts';
import { readYaml, type YamlRead } from './read-yaml.ts';
import { readVideos } from './read-videos.ts';
import { shownPath } from './shown-path.ts';
import type { Unchecked } from './unchecked.ts';
import { unreadEdition, type UnreadEdition } from './unread-edition.ts';

/** A file of content, with its path as the writer sees it. */
type ContentFile = { path: string; file: string; text: string };

/**
 * `publicDir` holds the files that videos name; it is Astro's, beside the sources and not beside the content.
 * With `today` (YYYY-MM-DD) warnings are looked for as well, which a build can do without.
 */
export type ReadOptions = { publicDir?: string; today?: string };

/** What was found in a content folder; `content` is absent where there are mistakes. */
export type ContentRead = { content?: Content; mistakes: UserError[]; warnings: UserError[] };

/**
 * Reads and checks the content folder. Throws `Mistakes` with every mistake in it, so that a writer mends them in
 * one go. Drafts are read too; who shows pages decides whether to show them.
 */
export async function readContent(folder: string, options: ReadOptions = {}): Promise<Content> {
  const { content, mistakes } = await tryContent(folder, options);
  if (content === undefined) throw new Mistakes(heading(mistakes.length), mistakes);
  return content;
}

/** As `readContent`, with the mistakes as a value. */
export async function tryContent(
  folder: string,
  { publicDir = PUBLIC_DIR, today }: ReadOptions = {},
): Promise<ContentRead> {
  const root = resolve(folder);
  const names = await fileNamesIfAny(root);
  if (names === undefined) return { mistakes: [noFolder(folder)], warnings: [] };
  const read = async (path: string): Promise<ContentFile> => ({
    path,
    file: shownPath(root, path),
    text: plainText(await readFile(path, 'utf8')),
  });
  const below = (start: string, end: string) =>
    names.filter((name) => name.startsWith(start) && name.endsWith(end)).sort();

  const site = await readOne(root, names, 'site.yaml', Site, read);
  const audiences = await readOne(root, names, 'audiences.yaml', list(Audience), read);
  const topics = await readOne(root, names, 'topics.yaml', list(Topic), read);
  const products = await Promise.all(
    below('products/', '.yaml').map(async (name) => readProduct(await read(join(root, name)))),
  );
  const editions = await Promise.all(
    below('articles/', '.mdx').map(async (name) => readEdition(await read(join(root, name)))),
  );
  const publicNames = (await fileNamesIfAny(resolve(publicDir))) ?? [];
  const shown = (name: string) => shownPath(root, join(root, name));
  const shownPublic = (name: string) => `${basename(publicDir)}/${name}`;
  const folders = { contentRoot: root, contentNames: names, shown };
  const videos = await readVideos({
    ...folders,
    publicRoot: resolve(publicDir),
    publicNames: new Set(publicNames),
    shownPublic,
  });

  const texts = editions.flatMap(({ edition, unread }) => edition ?? unread ?? []);
  const pictures = await readPictures(texts, folders);

  const files = {
    site: shown('site.yaml'),
    products: shown('products'),
    audiences: shown('audiences.yaml'),
    topics: shown('topics.yaml'),
    videos: shown('videos'),
  };
  const lists = new Map<string, Pick<YamlRead<unknown>, 'lineOf'>>([
    [files.audiences, audiences],
    [files.topics, topics],
    ...products.map((product) => [product.file, product] as const),
  ]);
  const unchecked: Unchecked = {
    audiences: audiences.ok ? audiences.value : [],
    topics: topics.ok ? topics.value : [],
    products: products.flatMap(({ product }) => (product ? [product] : [])),
    editions: editions.flatMap(({ edition, lineOf }) =>
      edition ? [{ ...edition, ...pictures.of(edition), lineOf }] : [],
    ),
    unread: editions.flatMap(({ unread }) => unread ?? []),
    slugs: editions.map(({ slug }) => slug),
    videos: videos.videos,
    videoIds: videos.ids,
    files,
    lineOf: (file, field) => lists.get(file)?.lineOf(field),
  };
  const inPublic = { root: resolve(publicDir), names: publicNames, shown: shownPublic };
  const look = await readLook(site.ok ? site.value.look : {}, { content: { root, names, shown }, public: inPublic });
  const mistakes = [
    ...filesNotRead(names).map(({ where, ...mistake }) => ({ ...mistake, where: { file: shown(where.file) } })),
    ...[site, audiences, topics, ...products, ...editions, videos, pictures].flatMap((part) => part.mistakes),
    ...(site.ok ? checkLook(site.value.look, { ...site, file: files.site, contentNames: names, publicNames }) : []),
    ...look.mistakes,
    ...checkContent(unchecked, {
      allRead: [audiences, topics].every(({ ok }) => ok) && products.every(({ product }) => product),
    }),
  ];
  const reviewEvery = site.ok ? site.value.reviewEvery : undefined;
  const warnings =
    today && reviewEvery ? [...findWarnings(unchecked, { mistakes, today, reviewEvery }), ...pictures.warnings] : [];
  if (mistakes.length > 0 || !site.ok) return { mistakes, warnings };
  const withoutLines = unchecked.editions.map(({ lineOf: _lineOf, ...edition }) => edition);
  return {
    content: {
      site: { ...site.value, ...(look.logo && { logo: look.logo }) },
      audiences: unchecked.audiences,
      topics: unchecked.topics,
      products: unchecked.products,
      editions: withoutLines,
      videos: videos.videos.map(({ lineOf: _lineOf, ...video }) => video),
    },
    mistakes,
    warnings,
  };
}

async function readOne<Shape extends z.ZodType>(
  root: string,
  names: readonly string[],
  name: string,
  shape: Shape,
  read: (path: string) => Promise<ContentFile>,
): Promise<YamlRead<z.infer<Shape>>> {
  if (!names.includes(name)) {
    const file = shownPath(root, join(root, name));
    return {
      ok: false,
      lineOf: () => undefined,
      mistakes: [
        {
          problem: 'This file is missing.',
          where: { file },
          fix: `Add ${name} to the content folder; README.md says what it holds.`,
        },
      ],
    };
  }
  const { text, file } = await read(join(root, name));
  return readYaml(text, file, shape);
}

/** Editors on Windows put a mark before the text and end lines with two signs: neither is content. */
function plainText(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}

function list<Shape extends z.ZodType>(entry: Shape) {
  return z.array(entry).min(1).describe('Each entry begins with "- id: …".');
}

function readProduct({ path, file, text }: ContentFile): Pick<YamlRead<Product>, 'mistakes' | 'lineOf'> & {
  file: string;
  product?: Product;
} {
  const id = basename(path, '.yaml');
  const read = readYaml(text, file, Product);
  return {
    file,
    lineOf: read.lineOf,
    mistakes: [...badName(id, '.yaml', file), ...read.mistakes],
    ...(read.ok && { product: { id, ...read.value } }),
  };
}

function readEdition({ path, file, text }: ContentFile): {
  slug: string;
  edition?: Edition;
  unread?: UnreadEdition;
  mistakes: UserError[];
  lineOf: (field: string) => number | undefined;
} {
  const id = basename(path, '.mdx');
  const slug = id.split('@')[0] ?? id;
  const matter = /^---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n|$)/.exec(text);
  if (matter === null) {
    return {
      slug,
      lineOf: () => undefined,
      mistakes: [
        {
          problem: 'This article has no fields above its text.',
          where: { file, line: 1 },
          fix: 'Begin the file with a line of ---, the fields (title, summary, type …), and a line of ---.',
        },
      ],
    };
  }
  const read = readYaml(matter[1] ?? '', file, Frontmatter, 2);
  return {
    slug,
    mistakes: [...badName(slug, '.mdx', file), ...read.mistakes],
    lineOf: read.lineOf,
    ...(read.ok
      ? { edition: { id, slug, file, frontmatter: read.value, source: text } }
      : { unread: unreadEdition({ slug, file, source: text }, read) }),
  };
}

function badName(name: string, ending: string, file: string): UserError[] {
  if (Identifier.safeParse(name).success) return [];
  const better = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return [
    {
      problem: `"${name}" cannot stand in an address.`,
      where: { file },
      fix: `Name the file with lower-case letters, digits and single hyphens, such as ${better || 'restore-a-file'}${ending}.`,
    },
  ];
}

function noFolder(folder: string): UserError {
  return {
    problem: 'There is no content folder here.',
    where: { file: folder },
    fix: 'Set CONTENT_DIR to the folder that holds site.yaml and articles, or leave it out to use "content".',
  };
}

function heading(count: number): string {
  return count === 1
    ? 'One mistake in the content. Nothing was built.'
    : `${count} mistakes in the content. Nothing was built.`;
}
