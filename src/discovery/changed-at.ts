import type { Edition } from '../schema/article.ts';
import type { LastChanges } from './last-changes.ts';

/**
 * When a page last changed, to the second in UTC: the latest of its file's last change, the day on which a person
 * checked it and, for an incident, its beginning and end.
 */
export function changedAt({ file, frontmatter }: Pick<Edition, 'file' | 'frontmatter'>, changes: LastChanges): string {
  const { reviewed, opened, resolved } = frontmatter;
  const moments = [`${reviewed}T00:00:00Z`, changes.get(file), opened, resolved].flatMap((moment) =>
    moment === undefined ? [] : [Temporal.Instant.from(moment)],
  );
  const [latest] = moments.sort((a, b) => Temporal.Instant.compare(b, a));
  if (!latest) throw new Error(`${file} has no day on which it was checked.`);
  return latest.toString({ smallestUnit: 'second' });
}

/** The latest of some moments as `changedAt` writes them; undefined where there are none. */
export function latestOf(moments: readonly string[]): string | undefined {
  return moments.toSorted().at(-1);
}
