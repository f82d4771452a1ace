import type { Contact } from './article-here.ts';

/** "Call +44 … or write to …": stands wherever something could not be sent. */
export function ContactLine({ contact, mail }: { contact: Contact; mail?: string }) {
  return (
    <>
      call <a href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`}>{contact.phone}</a> or write to{' '}
      <a href={mail ?? `mailto:${contact.email}`}>{contact.email}</a>
    </>
  );
}
