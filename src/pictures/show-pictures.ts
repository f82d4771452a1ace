import type { Element, ElementContent, Properties, RootContent } from 'hast';
import { isParent, isTag, type Tree, type TreeNode } from '../articles/tree.ts';
import type { Picture } from '../schema/picture.ts';
import { pictureOf } from './bind-pictures.ts';
import { pictureSources, type SourceAttributes } from './picture-sources.ts';
import { isPicture, onlyPictureOf } from './pictures-in.ts';

/** A first picture that has less than this above it is mostly in view when the page opens. */
const FIRST_VIEW_LETTERS = 500;

/**
 * The bound tree with every picture as browsers take it: formats, widths, the dark one. What is in view at once is
 * fetched at once, all else when a reader comes near. Throws for a picture that was not checked.
 */
export function showPictures(tree: Tree, pictures: readonly Picture[] = []): Tree {
  if (pictures.length === 0) return tree;
  let lettersAbove = 0;
  const show = (node: TreeNode): TreeNode => {
    if (isPicture(node)) return shown(node);
    const alone = onlyPictureOf(node);
    if (alone) return figure(alone, shown(alone));
    if (node.type === 'text') lettersAbove += node.value.length;
    // A film fills the first view, and what an answer hides is not in view.
    if (isTag(node) && ['Video', 'Option'].includes(node.name ?? '')) lettersAbove = Infinity;
    return isParent(node) ? ({ ...node, children: node.children.map(show) } as TreeNode) : node;
  };
  const shown = (img: Element): Element => {
    const picture = pictureOf(img, pictures);
    if (!picture)
      throw new Error(`The picture "${String(img.properties['src'])}" was not checked before it was shown.`);
    const isFirst = lettersAbove < FIRST_VIEW_LETTERS;
    lettersAbove = Infinity;
    return pictureElement(picture, String(img.properties['alt'] ?? ''), isFirst);
  };
  return { ...tree, children: tree.children.map(show) as RootContent[] };
}

function pictureElement(picture: Pick<Picture, 'light' | 'dark'>, alt: string, isFirst: boolean): Element {
  const { sources, img } = pictureSources(picture);
  const { src, ...rest } = img;
  const properties = {
    src,
    ...inHast(rest),
    alt,
    ...(!isFirst && { loading: 'lazy' }),
    decoding: 'async',
  };
  const image = element('img', properties);
  return sources.length === 0
    ? image
    : element('picture', {}, [...sources.map((each) => element('source', inHast(each))), image]);
}

/** A picture in a paragraph of its own may have a caption, which Markdown calls its title: only then it is a figure. */
function figure({ properties: { title } }: Element, picture: Element): Element {
  const isCaptioned = typeof title === 'string' && title.trim() !== '';
  const caption = isCaptioned ? [element('figcaption', {}, [text(title)])] : [];
  return element(isCaptioned ? 'figure' : 'div', { className: ['picture'] }, [picture, ...caption]);
}

function inHast({ srcset, ...rest }: Partial<SourceAttributes>): Properties {
  return { ...(srcset !== undefined && { srcSet: srcset }), ...rest };
}

function element(tagName: string, properties: Properties, children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
