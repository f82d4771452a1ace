import { tryContent } from '../articles/read-content.ts';
import { staleCuts } from '../articles/stale-cuts.ts';
import { formatMistakes, type UserError } from '../errors/user-error.ts';
import { lookInWords } from '../look/look-in-words.ts';
import { gitHistory } from './git-history.ts';
import { untranslated } from './untranslated.ts';

/**
 * Prints every mistake in a content folder, and then every warning, without building anything. True where there is
 * no mistake: warnings stop nothing. `today` is YYYY-MM-DD.
 */
export async function checkContentFolder(contentDir: string, today: string): Promise<boolean> {
  const { content, mistakes, warnings } = await findings(contentDir, today);
  if (mistakes.length > 0) console.error(`${formatMistakes(mistakes)}\n\n${counted(mistakes, 'mistake')}.`);
  if (warnings.length > 0) {
    if (mistakes.length > 0) console.error();
    console.error(`${formatMistakes(warnings)}\n\n${counted(warnings, 'warning')}. Warnings stop no build.`);
  }
  if (!content) return false;
  const articles = new Set(content.editions.map(({ slug }) => slug)).size;
  console.log(`Content is sound: ${articles} articles in ${content.editions.length} editions.`);
  const look = lookInWords(content.site.look);
  if (look !== undefined) console.log(look);
  return true;
}

/** A mistake or warning for programs, each part in a field of its own; null where there is no line or field. */
type Finding = { file: string; line: number | null; field: string | null; problem: string; fix: string };

/** As `checkContentFolder`, but prints one JSON value and nothing else: `{ errors: Finding[], warnings: Finding[] }`. */
export async function checkContentAsJson(contentDir: string, today: string): Promise<boolean> {
  const { mistakes, warnings } = await findings(contentDir, today);
  console.log(JSON.stringify({ errors: mistakes.map(finding), warnings: warnings.map(finding) }, null, 2));
  return mistakes.length === 0;
}

/** What the content says of itself, what its history says of its videos, and whether pages speak its language. */
async function findings(contentDir: string, today: string) {
  const { content, mistakes, warnings } = await tryContent(contentDir, { today });
  const stale = content ? await staleCuts(content, gitHistory(contentDir)) : [];
  return { content, mistakes, warnings: [...warnings, ...stale, ...(await untranslated(contentDir))] };
}

function finding({ problem, where, fix }: UserError): Finding {
  return { file: where.file, line: where.line ?? null, field: where.field ?? null, problem, fix };
}

function counted(findings: readonly UserError[], name: string): string {
  return findings.length === 1 ? `One ${name} in the content` : `${findings.length} ${name}s in the content`;
}
