import type { Contact } from './article-here.ts';
import { Words, type Link } from './Words.tsx';

type Props = {
  /** A sentence that names `<phone/>` and `<email/>`. */
  text: string;
  contact: Contact;
  /** Address of an e-mail that is written already. */
  mail?: string;
  links?: Readonly<Record<string, Link>>;
};

/** "Call +44 … or write to …": stands wherever something could not be sent. */
export function ContactLine({ text, contact, mail = `mailto:${contact.email}`, links = {} }: Props) {
  const slots = {
    phone: (
      <a dir="ltr" href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`}>
        {contact.phone}
      </a>
    ),
    email: (
      <a dir="ltr" href={mail}>
        {contact.email}
      </a>
    ),
  };
  return <Words text={text} links={links} slots={slots} />;
}
