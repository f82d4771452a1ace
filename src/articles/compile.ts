import { Fragment, jsx } from 'astro/jsx-runtime';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import type { Tree } from './tree.ts';

/** A component that Astro renders: `<Content components={tags} />`. */
export type ArticleContent = (props: { components: Readonly<Record<string, unknown>> }) => unknown;

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
      createEvaluater: () => tagsOnly(components),
      elementAttributeNameCase: 'html',
      stylePropertyNameCase: 'css',
      // React wants keys; Astro would write them into the page.
      passKeys: false,
    });
  return Object.assign(Content, { [Symbol.for('mdx-component')]: true });
}

/** Articles hold no code, so all that is ever looked up is the component of a tag. */
function tagsOnly(components: Readonly<Record<string, unknown>>) {
  return {
    evaluateExpression(expression: { type: string; name?: string }): unknown {
      if (expression.type === 'Identifier' && expression.name !== undefined) return components[expression.name];
      throw new Error(`An article that was not checked holds code (${expression.type}).`);
    },
    evaluateProgram(): never {
      throw new Error('An article that was not checked holds an import or export.');
    },
  };
}
