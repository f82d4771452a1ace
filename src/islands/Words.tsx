import { Fragment, type AnchorHTMLAttributes, type ReactNode } from 'react';
import { partsOf } from '../strings/parts-of.ts';

export type Link = string | AnchorHTMLAttributes<HTMLAnchorElement>;

type Props = {
  /** A sentence of src/strings, with its marks. */
  text: string;
  /** What `<name>…</name>` leads to: an address, or all attributes of the link. Other marks are strong. */
  links?: Readonly<Record<string, Link>>;
  /** What stands in place of `<name/>`. */
  slots?: Readonly<Record<string, ReactNode>>;
};

/** A whole sentence with links and other elements in it. */
export function Words({ text, links = {}, slots = {} }: Props) {
  return partsOf(text).map((part, index) => {
    if (part.kind === 'text') return part.text;
    if (part.kind === 'slot') return <Fragment key={index}>{slots[part.name]}</Fragment>;
    const link = links[part.name];
    if (link === undefined) return <strong key={index}>{part.text}</strong>;
    return (
      <a key={index} {...(typeof link === 'string' ? { href: link } : link)}>
        {part.text}
      </a>
    );
  });
}
