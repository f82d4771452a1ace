import type { Element, RootContent } from 'hast';
import type { ArticleLink } from './address-book.ts';
import { isParent, type Tree, type TreeNode } from './tree.ts';

/** Slugs of the articles that a body links to, each once. */
export function linkedSlugs(tree: Tree): string[] {
  const slugs = new Set<string>();
  const look = (node: TreeNode) => {
    const slug = linkedSlug(node);
    if (slug !== undefined) slugs.add(slug);
    if (isParent(node)) node.children.forEach(look);
  };
  look(tree);
  return [...slugs];
}

/** The tree with each link to another article leading to the page that fits, and marked with whom there are pages for. */
export function withArticleLinks(tree: Tree, links: readonly ArticleLink[]): Tree {
  const bySlug = new Map(links.map((link) => [link.slug, link]));
  const lead = (node: TreeNode): TreeNode => {
    const children = isParent(node) ? { children: (node.children as TreeNode[]).map(lead) } : {};
    const link = bySlug.get(linkedSlug(node) ?? '');
    if (!link) return { ...node, ...children } as TreeNode;
    const element = node as Element;
    const rest = String(element.properties['href']).replace(/^\/articles\/[^/#?]+\/?/, '');
    const properties = {
      ...element.properties,
      href: rest.startsWith('#') || rest === '' ? link.address + rest : element.properties['href'],
      dataProduct: link.product,
      dataServes: link.serves,
    };
    return { ...element, ...children, properties } as TreeNode;
  };
  return { ...tree, children: tree.children.map(lead) as RootContent[] };
}

function linkedSlug(node: TreeNode): string | undefined {
  if (node.type !== 'element' || node.tagName !== 'a') return undefined;
  return /^\/articles\/([^/#?]+)/.exec(String(node.properties['href'] ?? ''))?.[1];
}
