import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { Fragment, jsx } from 'astro/jsx-runtime';
import type { Tree } from './tree.ts';

/** A component that Astro renders: `<Content components={tags} />`. */
export type ArticleContent = (props: { components: Record<string, unknown> }) => unknown;

/**
 * Makes a pruned tree into a component, without a module or generated code.
 * The mark is how the renderer that @astrojs/mdx brings knows it from a React component.
 */
export function compile(tree: Tree): ArticleContent {
  const Content: ArticleContent = ({ components }) =>
    toJsxRuntime(tree, {
      Fragment,
      jsx,
      jsxs: jsx,
      components,
      elementAttributeNameCase: 'html',
      stylePropertyNameCase: 'css',
    });
  return Object.assign(Content, { [Symbol.for('mdx-component')]: true });
}
