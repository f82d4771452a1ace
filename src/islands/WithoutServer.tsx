import { mail } from '../strings/en/contact.ts';
import { vote, withoutServer } from '../strings/en/vote.ts';
import type { ArticleHere, Contact } from './article-here.ts';
import { ContactLine } from './ContactLine.tsx';
import { mailAddress } from './mail-address.ts';
import { packetOf, packetSentences, titlesOf } from './packet.ts';
import { readVisit } from './visit.ts';

/** The foot of an article on a host without a server: the ways to a person that remain, with what was tried. */
export function WithoutServer({ article, contact }: { article: ArticleHere; contact: Contact }) {
  const writeMail = () => {
    const visit = readVisit();
    const packet = packetOf(visit, article, navigator.userAgent);
    const tried = packetSentences(packet, article, titlesOf(visit)).map(({ sentence }) => sentence);
    location.assign(mailAddress(contact.email, article.title, ['', '', mail.triedSoFar, ...tried]));
  };
  return (
    <section className="did-this-help" aria-labelledby="did-this-help-title">
      <form id="did-this-help">
        <h2 id="did-this-help-title">{vote.heading.asking}</h2>
        <p>
          <ContactLine text={withoutServer.ways} contact={contact} />
        </p>
        <p>
          <button type="button" onClick={writeMail}>
            {withoutServer.writeMail}
          </button>
        </p>
      </form>
    </section>
  );
}
