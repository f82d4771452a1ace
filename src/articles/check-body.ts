import { didYouMean } from '../errors/did-you-mean.ts';
import type { UserError } from '../errors/user-error.ts';
import type { Edition } from '../schema/article.ts';
import type { Product } from '../schema/catalogue.ts';
import { INLINE_HTML, TAGS } from '../authoring/tags.ts';
import { holds, readCondition, type Condition } from '../variants/condition.ts';
import { readersOf, type Reader } from '../variants/reader.ts';
import { prune } from './prune.ts';
import {
  attributesOf,
  isParent,
  isTag,
  lineOf,
  textAttributesOf,
  textOf,
  type TagNode,
  type Tree,
  type TreeNode,
} from './tree.ts';

type Found = { line: number | undefined; problem: string; fix: string };
type Place = { edition: Edition; product: Product; readers: readonly Reader[]; inside: readonly string[] };

/** Every mistake in the body of an edition: code, unknown tags, conditions, empty variants. */
export function checkBody(tree: Tree, edition: Edition, product: Product): UserError[] {
  const readers = readersOf(edition.frontmatter, product);
  const inTags = tree.children.flatMap((node) => checkNode(node, { edition, product, readers, inside: [] }));
  // Conditions decide what a variant holds, so variants are looked at only where every condition is sound.
  const found = inTags.length > 0 ? inTags : emptyVariants(tree, product, readers);
  return found.map(({ line, problem, fix }) => ({ problem, fix, where: { file: edition.file, line } }));
}

function checkNode(node: TreeNode, place: Place): Found[] {
  if (node.type === 'mdxjsEsm') return [codeFound(node)];
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
    return isComment(node.value) ? [] : [expressionFound(node)];
  if (!isTag(node)) return isParent(node) ? node.children.flatMap((child) => checkNode(child, place)) : [];

  const name = node.name ?? '';
  const within = { ...place, inside: [...place.inside, name] };
  if (name !== 'For') return [...checkTag(node, place), ...node.children.flatMap((child) => checkNode(child, within))];

  const read = readCondition(textAttributesOf(node), place.product);
  const found = checkAttributes(node, name, []);
  if (found.length === 0 && 'condition' in read) return checkFor(node, read.condition, within);
  const mistakes = found.length === 0 && 'mistakes' in read ? read.mistakes : [];
  return [
    ...found,
    ...mistakes.map((mistake) => ({ ...mistake, line: lineOf(node) })),
    ...node.children.flatMap((child) => checkNode(child, within)),
  ];
}

function checkFor(node: TagNode, condition: Condition, place: Place): Found[] {
  const readers = place.readers.filter((reader) => holds(condition, reader));
  const never = readers.length === 0 && place.readers.length > 0;
  const children = node.children.flatMap((child) => checkNode(child, never ? place : { ...place, readers }));
  if (!never) return children;
  return [
    {
      line: lineOf(node),
      problem:
        'No reader can ever see this: its condition holds for nobody that the article, or the <For> around it, is for.',
      fix: 'Change the condition, widen versions or audiences above, or delete this part.',
    },
    ...children,
  ];
}

function checkTag(node: TagNode, place: Place): Found[] {
  const name = node.name ?? '';
  const line = lineOf(node);
  if (INLINE_HTML.includes(name)) return [];
  const tag = TAGS[name];
  if (!tag) {
    const names = Object.keys(TAGS);
    const known = names.map((known) => `<${known}>`).join(', ');
    return [
      {
        line,
        problem: `There is no tag <${name}>.`,
        fix: `${didYouMean(name, names)}The tags are ${known}; HTML is limited to ${INLINE_HTML.join(', ')}.`,
      },
    ];
  }
  const attributes = attributesOf(node);
  const known = [...tag.required, ...tag.optional];
  const found: Found[] = [];
  for (const [attribute, value] of Object.entries(attributes)) {
    if (!known.includes(attribute)) {
      const takes = known.length > 0 ? `It takes ${known.join(', ')}.` : 'It takes none.';
      found.push({
        line,
        problem: `<${name}> has no attribute "${attribute}".`,
        fix: `${didYouMean(attribute, known)}${takes}`,
      });
    } else if (value === undefined) {
      found.push({
        line,
        problem: `"${attribute}" of <${name}> holds code.`,
        fix: `Write it as text: ${attribute}="…".`,
      });
    }
  }
  for (const attribute of tag.required.filter(
    (attribute) => attributes[attribute]?.trim() === '' || !(attribute in attributes),
  )) {
    found.push({ line, problem: `<${name}> needs "${attribute}".`, fix: `Write <${name} ${attribute}="…">.` });
  }
  if (tag.inside && place.inside.findLast((outer) => outer !== 'For') !== tag.inside) {
    found.push({
      line,
      problem: `<${name}> stands outside of <${tag.inside}>.`,
      fix: `Put it into a <${tag.inside}>: it is ${tag.purpose}.`,
    });
  }
  return found;
}

function emptyVariants(tree: Tree, product: Product, readers: readonly Reader[]): Found[] {
  const found = new Map<string, Found>();
  const differing = hasConditions(tree) ? readers : readers.slice(0, 1);
  for (const reader of differing) {
    const pruned = prune(tree, product, reader);
    const who = `version ${reader.version}, "${reader.audience}"`;
    if (textOf(pruned).trim() === '') {
      found.set('body', {
        line: undefined,
        problem: `For ${who} nothing of the text is left.`,
        fix: 'Narrow versions or audiences above, or write what this reader should do.',
      });
      continue;
    }
    for (const step of emptySteps(pruned)) {
      const line = lineOf(step);
      found.set(`step ${line}`, {
        line,
        problem: `For ${who} this step is empty.`,
        fix: 'Put the whole step into the <For>, or write what this reader should do.',
      });
    }
  }
  return [...found.values()];
}

function hasConditions(node: TreeNode): boolean {
  return (
    isParent(node) && node.children.some((child) => (isTag(child) && child.name === 'For') || hasConditions(child))
  );
}

function emptySteps(node: TreeNode): TreeNode[] {
  if (node.type === 'element' && node.tagName === 'li' && textOf(node).trim() === '') return [node];
  return isParent(node) ? node.children.flatMap(emptySteps) : [];
}

function isComment(expression: string): boolean {
  return /^\s*(\/\*[\s\S]*?\*\/\s*)*$/.test(expression);
}

function codeFound(node: TreeNode): Found {
  const tags = Object.keys(TAGS)
    .map((name) => `<${name}>`)
    .join(', ');
  return {
    line: lineOf(node),
    problem: 'Articles have no import or export.',
    fix: `Use the tags as they are: ${tags}. To begin a line of text with this word, put a backslash before it.`,
  };
}

function expressionFound(node: TreeNode): Found {
  return {
    line: lineOf(node),
    problem: 'Articles hold no code in curly braces.',
    fix: 'To show a brace, write \\{ or put it in backquotes. For a comment, write {/* … */}.',
  };
}
