import { didYouMean } from '../errors/did-you-mean.ts';
import type { UserError } from '../errors/user-error.ts';
import type { Edition } from '../schema/article.ts';
import type { Product } from '../schema/catalogue.ts';
import { INLINE_HTML, TAGS, type Tag } from '../authoring/tags.ts';
import { holds, readCondition, type Condition } from '../variants/condition.ts';
import { versionsIn } from '../variants/version-range.ts';
import { readersOf, type Reader } from '../variants/reader.ts';
import { checkVariants, type Found } from './check-variants.ts';
import {
  attributesOf,
  isParent,
  isTag,
  lineOf,
  textAttributesOf,
  type TagNode,
  type Tree,
  type TreeNode,
} from './tree.ts';

type Place = { product: Product | undefined; readers: readonly Reader[]; inside: readonly string[] };

/** Every mistake in the body of an edition: code, unknown tags, conditions, empty variants. */
export function checkBody(tree: Tree, edition: Edition, product: Product): UserError[] {
  // Whom a misspelt audience or range is for nobody knows: its own mistake is enough, no part of the text is to blame.
  const isKnown = servesKnownReaders(edition, product);
  const readers = readersOf(isKnown ? edition.frontmatter : {}, product);
  const inTags = tree.children.flatMap((node) => checkNode(node, { product, readers, inside: [] }));
  // Conditions decide what a variant holds, so variants are looked at only where every condition is sound.
  const found = inTags.length > 0 || !isKnown ? inTags : checkVariants(tree, product, readers);
  return inFile(found, edition.file);
}

/** The mistakes that show without knowing whom an edition is for; conditions are read where its product is known. */
export function checkTags(tree: Tree, { file }: Pick<Edition, 'file'>, product: Product | undefined): UserError[] {
  const readers = product ? readersOf({}, product) : [];
  return inFile(
    tree.children.flatMap((node) => checkNode(node, { product, readers, inside: [] })),
    file,
  );
}

function inFile(found: readonly Found[], file: string): UserError[] {
  return found.map(({ line, problem, fix }) => ({ problem, fix, where: { file, line } }));
}

function servesKnownReaders({ frontmatter: { versions, audiences = [] } }: Edition, product: Product): boolean {
  if (audiences.some((audience) => !product.audiences.includes(audience))) return false;
  return versions === undefined || (versionsIn(versions, product)?.length ?? 0) > 0;
}

function checkNode(node: TreeNode, place: Place): Found[] {
  if (node.type === 'mdxjsEsm') return [codeFound(node)];
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
    return isComment(node.value) ? [] : [expressionFound(node)];
  if (node.type === 'element' && node.tagName === 'h1') return [titleFound(node)];
  if (!isTag(node)) return isParent(node) ? node.children.flatMap((child) => checkNode(child, place)) : [];

  const name = node.name ?? '';
  const within = { ...place, inside: [...place.inside, name] };
  if (name !== 'For') return [...checkTag(node, place), ...node.children.flatMap((child) => checkNode(child, within))];

  const code = codeAttributes(node);
  const written = textAttributesOf(node);
  const onlyCode = code.length > 0 && Object.keys(written).length === 0;
  const read = onlyCode || !place.product ? { mistakes: [] } : readCondition(written, place.product);
  if (code.length === 0 && 'condition' in read) return checkFor(node, read.condition, within);
  const mistakes = 'mistakes' in read ? read.mistakes : [];
  return [
    ...code,
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
  const tag = INLINE_HTML.includes(name) ? inlineHtml(name) : Object.hasOwn(TAGS, name) ? TAGS[name] : undefined;
  if (name === 'img') {
    const fix = 'Write ![What is on it](./name.png), and put the file beside the article.';
    return [{ line, problem: 'A picture is not written as <img>.', fix }];
  }
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
  const found: Found[] = codeAttributes(node);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === undefined || known.includes(attribute)) continue;
    found.push({
      line,
      problem: `<${name}> has no attribute "${attribute}".`,
      fix: `${didYouMean(attribute, known)}${known.length > 0 ? `It takes ${known.join(', ')}.` : 'It takes none.'}`,
    });
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

/** Markup of Markdown's kind: an abbreviation may say what it stands for, the others are bare. */
function inlineHtml(name: string): Tag {
  return { purpose: 'markup', required: [], optional: name === 'abbr' ? ['title'] : [] };
}

function codeAttributes(node: TagNode): Found[] {
  return Object.entries(attributesOf(node)).flatMap(([attribute, value]) => {
    if (value !== undefined) return [];
    const named = attribute !== '{…}';
    return [
      {
        line: lineOf(node),
        problem: named ? `"${attribute}" of <${node.name}> holds code.` : `<${node.name}> holds code.`,
        fix: named ? `Write it as text: ${attribute}="…".` : 'Write each attribute as text: name="…".',
      },
    ];
  });
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
    fix: `Use the tags as they are: ${tags}. To begin a paragraph with this word, write it with a capital letter.`,
  };
}

function expressionFound(node: TreeNode): Found {
  return {
    line: lineOf(node),
    problem: 'Articles hold no code in curly braces.',
    fix: 'To show a brace, write \\{ or put it in backquotes. For a comment, write {/* … */}.',
  };
}

function titleFound(node: TreeNode): Found {
  return {
    line: lineOf(node),
    problem: 'A heading with one "#" is the title of a page, and this page has its title from the field above.',
    fix: 'Write "## …" for a heading of the text, or delete it where it repeats the title.',
  };
}
