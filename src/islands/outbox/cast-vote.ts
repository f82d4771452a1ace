import type { Sent } from '../send.ts';

/** A vote as it is sent. The server keeps one for each reader and article: however often it is sent, it is one. */
export type Ballot = { slug: string; address: string; body: object };

/** What sending votes needs of the browser; `storage` throws where the reader lets nothing be kept. */
export type Voting = {
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  send: (address: string, body: object) => Promise<Sent<unknown>>;
  /** Does `work` while nobody else in this browser does work of the same name. */
  alone: <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;
};

/** `kept`: it could not be sent, and `sendKeptVotes` will do it; `lost`: nor could it be kept, or nobody ever takes it. */
export type Cast = 'sent' | 'kept' | 'lost';

/** What became of the vote on an article. */
export type Became = { slug: string; cast: Cast };

// Read in look-for-news.ts as well, which shares no file with this one: every page would fetch it.
const KEPT_AS = 'handrail-votes';

/** Sends a vote, and keeps it where nobody replies. An earlier one on the same article that was kept gives way to it. */
export function castVote(ballot: Ballot, { storage, send, alone }: Voting): Promise<Cast> {
  return alone(KEPT_AS, async () => {
    const sent = await send(ballot.address, ballot.body);
    const others = readKept(storage).filter(({ slug }) => slug !== ballot.slug);
    const isToBeKept = isForLater(sent.kind);
    const isWritten = writeKept(isToBeKept ? [...others, ballot] : others, storage);
    if (sent.kind === 'sent') return 'sent';
    return isToBeKept && isWritten ? 'kept' : 'lost';
  });
}

/** Sends the votes that were kept, and returns what became of each. Where nobody replies to one, all others wait. */
export function sendKeptVotes({ storage, send, alone }: Voting): Promise<Became[]> {
  return alone(KEPT_AS, async () => {
    const kept = readKept(storage);
    const became: Became[] = [];
    for (const { slug, address, body } of kept) {
      const isWaiting = became.at(-1)?.cast === 'kept';
      const kind = isWaiting ? 'unreachable' : (await send(address, body)).kind;
      // What is not taken now will not be taken later: the article is gone, or no server of ours is there.
      became.push({ slug, cast: kind === 'sent' ? 'sent' : isForLater(kind) ? 'kept' : 'lost' });
    }
    const waiting = kept.filter((_, at) => became[at]?.cast === 'kept');
    if (waiting.length < kept.length) writeKept(waiting, storage);
    return became;
  });
}

function isForLater(kind: Sent<unknown>['kind']): boolean {
  return kind === 'unreachable' || kind === 'busy';
}

function readKept(storage: Voting['storage']): Ballot[] {
  try {
    return JSON.parse(storage().getItem(KEPT_AS) ?? '[]') as Ballot[];
  } catch {
    // Where nothing may be kept, nothing was.
    return [];
  }
}

function writeKept(ballots: readonly Ballot[], storage: Voting['storage']): boolean {
  try {
    if (ballots.length > 0) storage().setItem(KEPT_AS, JSON.stringify(ballots));
    else storage().removeItem(KEPT_AS);
    return true;
  } catch {
    return false;
  }
}
