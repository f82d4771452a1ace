import type { RequestError } from '../schema/request-error.ts';
import type { ArticleHere, Contact } from './article-here.ts';
import type { CastVote, PacketToSend } from './packet.ts';
import type { RenderedPromises } from './use-promises.ts';

/** What the form that reaches a person is given, in an article or on a page of its own. */
export type TalkProps = {
  article?: ArticleHere;
  server: string;
  contact: Contact;
  /** What the reader said of the article a moment ago. */
  vote?: CastVote;
  /** What the server already knows, on a page that it rendered; in a static page all of it is found in the browser. */
  rendered?: RenderedPromises & {
    key: string;
    packet: PacketToSend;
    typed: Record<string, string>;
    /** Of a form that came back: why, and which parts its reader had left in. */
    refused?: { status: number; errors: RequestError[]; kept?: string[] };
  };
};
