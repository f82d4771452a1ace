/** A mistake somebody can mend: what is wrong, where it stands, and how to mend it. */
export type UserError = {
  problem: string;
  where: { file: string; line?: number | undefined; field?: string | undefined };
  fix: string;
};

/** Thrown with every mistake that was found, so that a writer mends them in one go. */
export class Mistakes extends Error {
  override name = 'Mistakes';
  readonly mistakes: readonly UserError[];

  constructor(heading: string, mistakes: readonly UserError[]) {
    super(`${heading}\n\n${formatMistakes(mistakes)}`);
    this.mistakes = mistakes;
  }
}

/** Three lines a mistake (place, problem, fix), an empty line between, sorted by file and line. */
export function formatMistakes(mistakes: readonly UserError[]): string {
  return [...mistakes].sort(byPlace).map(formatMistake).join('\n\n');
}

function formatMistake({ problem, where, fix }: UserError): string {
  const line = where.line === undefined ? '' : `:${where.line}`;
  const field = where.field ? `  ${where.field}` : '';
  return `${where.file}${line}${field}\n${problem}\n${fix}`;
}

function byPlace(a: UserError, b: UserError): number {
  return a.where.file.localeCompare(b.where.file) || (a.where.line ?? 0) - (b.where.line ?? 0);
}
