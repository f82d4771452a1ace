import { z } from 'zod';
import type { YamlRead } from './read-yaml.ts';

/** An edition of which a field has a mistake, with what is known of it all the same. */
export type UnreadEdition = {
  slug: string;
  file: string;
  source: string;
  frontmatter: z.infer<typeof Named>;
  lineOf: (field: string) => number | undefined;
};

const Named = z.object({
  product: z.string().optional().catch(undefined),
  topic: z.string().optional().catch(undefined),
  related: z.array(z.string()).catch([]),
});

/** Takes what names another file out of fields that could not be read as a whole; of a field, one mistake is enough. */
export function unreadEdition(
  edition: Pick<UnreadEdition, 'slug' | 'file' | 'source'>,
  { mistakes, lineOf, ...read }: YamlRead<unknown>,
): UnreadEdition {
  const wrong = mistakes.flatMap(({ where }) => where.field?.split(/[.[]/)[0] ?? []);
  const written = read.ok || typeof read.written !== 'object' ? {} : { ...read.written };
  const others = Object.entries(written).filter(([field]) => !wrong.includes(field));
  return { ...edition, lineOf, frontmatter: Named.parse(Object.fromEntries(others)) };
}
