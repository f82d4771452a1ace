import { didYouMean } from '../errors/did-you-mean.ts';
import type { UserError } from '../errors/user-error.ts';
import type { Edition } from '../schema/article.ts';
import type { Product } from '../schema/catalogue.ts';
import { articleAddresses, lookedUp } from '../variants/address.ts';
import { readersOfArticle } from '../variants/choose-edition.ts';
import { isParent, lineOf, type Tree, type TreeNode } from './tree.ts';
import type { EditionWithLines } from './unchecked.ts';

/** Where the articles of a site answer. */
export type Addresses = {
  /** Slugs of all files, those included that could not be read. */
  slugs: ReadonlySet<string>;
  /** Slugs of which nothing is published. */
  drafts: ReadonlySet<string>;
  /** Slugs by address, for every version and audience of every article that could be read. */
  slugOf: ReadonlyMap<string, string>;
  /** The pages of lists, by the first part of their address: which ids there are, and where a writer finds them. */
  lists: Readonly<Record<'topics' | 'products', { ids: readonly string[]; said: string }>>;
};

/** What a link may open besides pages of the site: other kinds can run a script in its name. */
const SCHEMES = ['https:', 'http:', 'mailto:', 'tel:'];

/** Below an article stand the pages of a form as well. */
const PAGES_OF_FORMS = ['talk/', 'voted/'];

export function addressesOf(
  slugs: readonly string[],
  bySlug: ReadonlyMap<string, readonly Edition[]>,
  products: ReadonlyMap<string, Product>,
  lists: Addresses['lists'],
): Addresses {
  const slugOf = new Map<string, string>();
  for (const [slug, editions] of bySlug) {
    const product = products.get(editions[0]?.frontmatter.product ?? '');
    if (!product) continue;
    for (const address of articleAddresses(slug, readersOfArticle(editions, product)).keys()) slugOf.set(address, slug);
  }
  const drafts = [...bySlug].filter(([, editions]) => editions.every(({ frontmatter }) => frontmatter.draft));
  return { slugs: new Set(slugs), drafts: new Set(drafts.map(([slug]) => slug)), slugOf, lists };
}

/** Links of one edition that lead nowhere, or to a place that readers cannot see. */
export function checkLinks(tree: Tree, edition: Edition, addresses: Addresses): UserError[] {
  return linksOf(tree).flatMap(({ href, line }) => {
    const found = linkMistake(href, edition, addresses);
    return found ? [{ ...found, where: { file: edition.file, line } }] : [];
  });
}

function linkMistake(href: string, edition: Edition, { slugs, drafts, slugOf, lists }: Addresses) {
  const [scheme] = /^[a-z][a-z0-9+.-]*:/i.exec(href) ?? [];
  if (scheme !== undefined && !SCHEMES.includes(scheme.toLowerCase())) {
    return {
      problem: `This links to an address that begins with "${scheme}", which this site does not open.`,
      fix: 'Link to a page of this site ("/articles/…"), or begin the address with https:, http:, mailto: or tel:.',
    };
  }
  if (scheme === undefined && !/^(\/(?![/\\])|#)/.test(href)) {
    return {
      problem: `This links to "${href}", which is no address.`,
      fix: 'Begin a link with "/" for a page of this site, such as /articles/<file without ending>/, or with https://.',
    };
  }
  const [, list, id] = /^\/(topics|products)\/([^/#?]+)/.exec(href) ?? [];
  if (list === 'topics' || list === 'products') return listMistake(list, id ?? '', lists[list]);
  const [, slug, below = ''] = /^\/articles\/([^/#?]+)\/?([^#?]*)/.exec(href) ?? [];
  if (slug === undefined) return undefined;
  if (!slugs.has(slug)) {
    return {
      problem: `This links to an article "${slug}", which does not exist.`,
      fix: `${didYouMean(slug, [...slugs])}Name the file of the article: /articles/<file without ending>/.`,
    };
  }
  if (drafts.has(slug) && !edition.frontmatter.draft) {
    return {
      problem: `This links to "${slug}", which is a draft: readers would find nothing there.`,
      fix: 'Publish that article as well, or take the link out.',
    };
  }
  const variant = below.replace(/([^/])$/, '$1/');
  const isRead = slugOf.has(`/articles/${slug}/`);
  if (variant === '' || !isRead || PAGES_OF_FORMS.includes(variant)) return undefined;
  if (slugOf.get(`/articles/${slug}/${variant}`) === slug) return undefined;
  return {
    problem: `This links to /articles/${slug}/${variant}, but "${slug}" has no such version or audience.`,
    fix: `Name one that it has, or link to /articles/${slug}/.`,
  };
}

function listMistake(list: 'topics' | 'products', id: string, { ids, said }: { ids: readonly string[]; said: string }) {
  if (ids.includes(id)) return undefined;
  return {
    problem: `This links to /${list}/${id}/, but there is no ${list === 'topics' ? 'topic' : 'product'} "${id}".`,
    fix: `${didYouMean(id, ids)}${said}`,
  };
}

export function linksOf(node: Tree | TreeNode): { href: string; line: number | undefined }[] {
  const here =
    node.type === 'element' && node.tagName === 'a'
      ? [{ href: String(node.properties['href'] ?? ''), line: lineOf(node) }]
      : [];
  return isParent(node) ? [...here, ...node.children.flatMap(linksOf)] : here;
}

/** What the site itself answers, besides articles. */
const OWN_PAGES =
  /^\/($|(search|talk|voted|join|404|500)\/$|(topics|products|requests|videos|desk|api|pagefind|_astro)\/)/;

/** An earlier address leads to one article, and only where no page answers any more. */
export function checkFormerAddresses(editions: readonly EditionWithLines[], { slugOf, slugs }: Addresses): UserError[] {
  const owners = new Map<string, Edition>();
  return editions.flatMap((edition) =>
    edition.frontmatter.redirectFrom.flatMap((address, index) => {
      const field = `redirectFrom[${index}]`;
      const where = { file: edition.file, line: edition.lineOf(field), field };
      const written = lookedUp(address) ?? address;
      const owner = owners.get(written) ?? edition;
      owners.set(written, owner);
      const living = slugOf.get(written);
      if (living !== undefined) {
        return [
          {
            problem: `"${living}" answers at ${address} today.`,
            where,
            fix: 'Delete it: only a former address can lead here.',
          },
        ];
      }
      if (isOwnPage(written, slugs)) {
        return [
          {
            problem: `${address} is an address of the site’s own pages, and answers today.`,
            where,
            fix: 'Delete it: only a former address can lead here.',
          },
        ];
      }
      if (owner.slug === edition.slug) return [];
      return [
        {
          problem: `${address} already leads to "${owner.slug}" (${owner.file}).`,
          where,
          fix: 'Keep it in one of the two.',
        },
      ];
    }),
  );
}

function isOwnPage(address: string, slugs: ReadonlySet<string>): boolean {
  const [, slug, page] = /^\/articles\/([^/]+)\/([^/]+\/)$/.exec(address) ?? [];
  if (slug !== undefined && page !== undefined && slugs.has(slug) && PAGES_OF_FORMS.includes(page)) return true;
  return OWN_PAGES.test(address);
}
