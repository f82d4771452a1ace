import { readFile, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { readContent } from '../articles/read-content.ts';
import { quoted } from '../insights/advice.ts';
import { keywordEvidence } from '../insights/keyword-evidence.ts';
import { bySlug } from '../insights/live-article.ts';
import { proposeKeywords } from '../insights/propose-keywords.ts';
import { liveArticles } from '../articles/live-articles.ts';
import type { KeywordProposal } from '../schema/keyword-proposal.ts';
import type { Period, Store } from '../server/store.ts';
import type { InsightsWanted } from './insights-words.ts';
import { unifiedDiff } from './unified-diff.ts';
import { withKeywords } from './with-keywords.ts';

/**
 * Keywords that readers' own words propose, as a diff that a writer looks at, or as JSON. With `write` the files are
 * changed too; what was there before is git's to bring back.
 */
export async function learn(
  store: Pick<Store, 'searchCounts' | 'solvedRequests'>,
  {
    contentDir,
    period,
    format,
    write,
  }: Pick<InsightsWanted, 'format' | 'write'> & { contentDir: string; period: Period },
): Promise<string> {
  const content = await readContent(contentDir);
  const evidence = keywordEvidence(await store.searchCounts(period), await store.solvedRequests(period));
  // Keywords go into the files as they are now, whatever was built.
  const proposals = proposeKeywords(evidence, bySlug(liveArticles(content)), content.site.language);
  const beside = dirname(resolve(contentDir));
  const changes = await Promise.all(
    [...Map.groupBy(proposals, ({ file }) => file)].map(([file, ofFile]) =>
      change(resolve(beside, file), file, ofFile),
    ),
  );
  if (write) {
    for (const { path, after } of changes) if (after !== undefined) await writeFile(path, after);
  }
  if (format === 'json') return `${JSON.stringify(proposals, null, 2)}\n`;
  if (changes.length === 0) return `${nothing(content.site.switches.keepSearches)}\n`;
  return `${changes.map((each) => inWords(each)).join('\n')}\n${ending(write)}\n`;
}

type Change = { path: string; file: string; proposals: readonly KeywordProposal[]; before: string; after?: string };

async function change(path: string, file: string, proposals: readonly KeywordProposal[]): Promise<Change> {
  const before = await readFile(path, 'utf8');
  const after = withKeywords(
    before,
    proposals.map(({ keyword }) => keyword),
  );
  return { path, file, proposals, before, ...(after !== undefined && { after }) };
}

/** Lines above a diff are passed over by whatever applies it. */
function inWords({ path, file, proposals, before, after }: Change): string {
  const reasons = proposals.map((proposal) => `# ${proposal.keyword}: ${why(proposal)}`).join('\n');
  if (after === undefined)
    return `${reasons}\n# The keywords of ${file} are written in a way of their own: add these by hand.\n`;
  return `${reasons}\n${unifiedDiff(relative('.', path).replaceAll('\\', '/'), before, after)}`;
}

function why({ opened, openedLater, solved, question }: KeywordProposal): string {
  const said = [
    opened > 0 && `${times(opened)} somebody searched with it and opened this article`,
    openedLater > 0 && `${times(openedLater)} it was asked first, and the article was opened by other words`,
    solved > 0 && `${times(solved)} a person solved by this article what had been searched for with it`,
  ].filter((reason) => reason !== false);
  return `${said.join('; ')}. Such as ${quoted(question)}.`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function ending(write: boolean): string {
  return write
    ? '# These are in the files now. See them with git diff, and publish them as any other change.'
    : '# Take what is right: npm run insights -- learn --write, or npm run --silent insights -- learn | git apply.';
}

function nothing(keepsSearches: boolean): string {
  const why = keepsSearches ? '' : ' This site keeps no searches: see keepSearches in site.yaml.';
  return `No word was used often enough that its article does not have.${why}`;
}
