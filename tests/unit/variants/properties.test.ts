import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { articlePages, type ArticlePage } from '../../../src/articles/article-pages.ts';
import { asRead } from '../../../src/articles/as-read.ts';
import { bareAnchor, sectionsOf, withAnchors } from '../../../src/articles/outline.ts';
import { prune } from '../../../src/articles/prune.ts';
import type { Tree } from '../../../src/articles/tree.ts';
import { recordHtml } from '../../../src/search/record-html.ts';
import { searchRecords } from '../../../src/search/search-records.ts';
import { articleAddresses } from '../../../src/variants/address.ts';
import { readerKey } from '../../../src/variants/choose-edition.ts';
import type { Reader } from '../../../src/variants/reader.ts';
import { stepChanges, type StepChange } from '../../../src/variants/step-changes.ts';
import { treeOf } from '../../fixtures/editions.ts';
import { articles, contentOf, type RandomArticle } from '../../fixtures/random/article.ts';

// Articles are drawn at random; a property that fails prints the article, shrunk, and the seed that draws it again.
const RUNS = { numRuns: 150 };

test('each version and audience of an article is served by exactly one page', () => {
  holdsForArticles((article) => {
    const { pages } = pagesOf(article);

    const served = pages.flatMap(({ serves }) => serves.map(readerKey));
    assert.deepEqual(served.toSorted(), article.readers.map(readerKey).toSorted());
  });
});

test('what a reader reads is what would be there if nothing else had ever been written', () => {
  holdsForArticles((article) => {
    const { pages } = pagesOf(article);

    for (const { tree, reader } of readersOf(pages)) {
      const direct = directly(article, reader);
      assert.equal(asRead(tree), asRead(direct));
      assert.deepEqual(sectionsOf(withAnchors(tree).tree), sectionsOf(withAnchors(direct).tree));
    }
  });
});

test('readers share a page exactly where all that it shows them is the same', () => {
  holdsForArticles((article) => {
    const { pages } = pagesOf(article);

    const together = groups(article.readers, (reader) => pages.findIndex((page) => page.serves.some(is(reader))));
    assert.deepEqual(
      together,
      groups(article.readers, (reader) => shownTo(article, reader)),
    );
  });
});

test('two pages have the same hash exactly where the same is read on them', () => {
  holdsForArticles((article) => {
    const { pages } = pagesOf(article);

    const byHash = groups(pages, ({ contentHash }) => contentHash);
    assert.deepEqual(
      byHash,
      groups(pages, ({ reader }) => readOn(article, reader)),
    );
  });
});

test('nothing that is hidden from a reader is on their page, in its contents or in the search index', () => {
  holdsForArticles((article) => {
    const { pages } = pagesOf(article);
    const records = new Map(searchRecords(contentOf(article)).map((record) => [record.address, record]));

    for (const { tree, reader, page } of readersOf(pages)) {
      const record = records.get(page.address);
      assert.ok(record);
      const all = JSON.stringify([tree, withAnchors(tree), record]) + recordHtml(record, 'en');
      const leaks = article.hiddenFrom(reader).filter((mark) => all.includes(mark));
      assert.deepEqual(leaks, [], `${page.address} serves ${readerKey(reader)}`);
    }
  });
});

test('every address of an article is a page, or leads to the page of the reader that it names', () => {
  holdsForArticles((article) => {
    const { pages, redirects, former } = pagesOf(article);

    const living = new Map(pages.map((page) => [page.address, page]));
    assert.equal(living.size, pages.length);
    for (const [address, reader] of articleAddresses('restore-a-file', article.readers)) {
      assert.notEqual(living.has(address), redirects.has(address), address);
      const page = living.get(redirects.get(address) ?? address);
      assert.ok(page?.serves.some(is(reader)), address);
    }
    for (const { redirectFrom } of article.editions.map(({ frontmatter }) => frontmatter)) {
      for (const address of redirectFrom) assert.ok(living.has(former.get(`${address}/`) ?? ''), address);
    }
  });
});

test('no address leads to one that leads on', () => {
  holdsForArticles((article) => {
    const { redirects, former } = pagesOf(article);

    const leading = [...redirects, ...former];
    assert.deepEqual(
      leading.filter(([, target]) => redirects.has(target) || former.has(target)),
      [],
    );
  });
});

test('the same heading has the same anchor in every variant in which it stands once', () => {
  holdsForArticles((article) => {
    const { pages } = pagesOf(article);

    const anchors = new Map<string, string>();
    for (const { tree } of pages) {
      const { headings } = withAnchors(tree);
      assert.equal(new Set(headings.map(({ id }) => id)).size, headings.length);
      for (const { text, id } of headings.filter((one) => headings.filter(sameAnchor(one.text)).length === 1)) {
        assert.equal(anchors.get(text) ?? id, id);
        anchors.set(text, id);
      }
    }
  });
});

const steps = fc.array(fc.constantFrom('Open it.', 'Wait.', 'Close it.', 'Save.'), { maxLength: 7 });

test('taking out and putting in what changed makes the one list of steps into the other', () => {
  fc.assert(
    fc.property(steps, steps, (here, there) => {
      const changes = stepChanges(here, there);

      assert.ok(leadsOver(here, there, changes), JSON.stringify(changes));
    }),
  );
});

test('the same steps have no change, and others have one', () => {
  fc.assert(
    fc.property(steps, steps, (here, there) => {
      assert.deepEqual(stepChanges(here, here), []);
      assert.equal(stepChanges(here, there).length > 0, JSON.stringify(here) !== JSON.stringify(there));
    }),
  );
});

function holdsForArticles(holds: (article: RandomArticle) => void): void {
  fc.assert(fc.property(articles(), holds), RUNS);
}

function pagesOf({ editions, product }: RandomArticle): ReturnType<typeof articlePages> {
  return articlePages(editions, product);
}

function readersOf(pages: readonly ArticlePage[]): { page: ArticlePage; tree: Tree; reader: Reader }[] {
  return pages.flatMap((page) => page.serves.map((reader) => ({ page, tree: page.tree, reader })));
}

/** The text for a reader without any `<For>`; what is left for `prune` are paragraphs that MDX drops. */
function directly({ product, textFor }: RandomArticle, reader: Reader): Tree {
  return prune(treeOf(textFor(reader)), product, reader);
}

function readOn(article: RandomArticle, reader: Reader): string {
  const { title, summary } = article.editionFor(reader).frontmatter;
  return JSON.stringify([title, summary, asRead(directly(article, reader))]);
}

function shownTo(article: RandomArticle, reader: Reader): string {
  return readOn(article, reader) + JSON.stringify(article.editionFor(reader).frontmatter.related);
}

/** Places in the list, together where `keyOf` is the same. */
function groups<Value>(values: readonly Value[], keyOf: (value: Value) => unknown): number[][] {
  return [...Map.groupBy(values.keys(), (place) => keyOf(values[place] as Value)).values()];
}

function is(reader: Reader): (other: Reader) => boolean {
  return (other) => readerKey(other) === readerKey(reader);
}

function sameAnchor(text: string): (heading: { text: string }) => boolean {
  return (heading) => bareAnchor(heading.text) === bareAnchor(text);
}

/** Whether the lists are the same but for the changes, in their order, each at one place. */
function leadsOver(here: readonly string[], there: readonly string[], [change, ...others]: StepChange[]): boolean {
  if (!change) return JSON.stringify(here) === JSON.stringify(there);
  const isHere =
    startsWith(here, change.here) &&
    startsWith(there, change.there) &&
    leadsOver(here.slice(change.here.length), there.slice(change.there.length), others);
  return (
    isHere || (here.length > 0 && here[0] === there[0] && leadsOver(here.slice(1), there.slice(1), [change, ...others]))
  );
}

function startsWith(list: readonly string[], start: readonly string[]): boolean {
  return start.every((step, index) => list[index] === step);
}
