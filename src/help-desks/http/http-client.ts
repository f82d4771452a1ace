import { lookup } from 'node:dns/promises';
import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { isPrivateAddress } from './is-private-address.ts';

export type Ask = {
  method: 'GET' | 'POST' | 'PUT';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
};

/**
 * `answer`: a status came; `isWhole` is false where its body broke off or was too large. `no-answer`: none did, and
 * `mayHaveArrived` says whether the request may have reached the other side all the same. `refused`: it was not asked,
 * because the address is not one that we ask.
 */
export type Answer =
  | { kind: 'answer'; status: number; headers: Readonly<Record<string, string>>; text: string; isWhole: boolean }
  | { kind: 'no-answer'; code: string; reason: string; mayHaveArrived: boolean }
  | { kind: 'refused'; code: string; reason: string };

export type HttpClient = (ask: Ask) => Promise<Answer>;

export type ClientOptions = {
  /** Hosts that may be in a private network or answer without https. */
  innerHosts: readonly string[];
  timeoutMs?: number;
  maxBytes?: number;
  resolve?: (host: string) => Promise<readonly string[]>;
};

const TIMEOUT_MS = 15_000;
const MAX_BYTES = 1_000_000;

/**
 * Asks help desks over HTTP and nobody else: https only, the host resolved once and then held to, private networks
 * refused, redirects not followed, and an end to time and size.
 */
export function httpClient({
  innerHosts,
  timeoutMs = TIMEOUT_MS,
  maxBytes = MAX_BYTES,
  resolve = addressesOf,
}: ClientOptions): HttpClient {
  return async (ask) => {
    const url = new URL(ask.url);
    const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
    const isInner = innerHosts.includes(host);
    if (url.protocol !== 'https:' && !isInner) return notEncrypted(host);
    const signal = AbortSignal.timeout(timeoutMs);
    let addresses: readonly string[];
    try {
      addresses = isIP(host) ? [host] : await inTime(resolve(host), signal);
    } catch (error) {
      return notArrived(error, `The address of ${host} could not be found out`);
    }
    // One private address among several is enough: which of them is used would be the other side's choice.
    if (!isInner && addresses.some(isPrivateAddress)) return insideOurNetwork(host);
    const [address] = addresses;
    if (address === undefined) return notArrived(undefined, `${host} has no address`);
    return exchange(ask, url, address, { signal, maxBytes });
  };
}

function exchange(
  ask: Ask,
  url: URL,
  address: string,
  { signal, maxBytes }: { signal: AbortSignal; maxBytes: number },
): Promise<Answer> {
  const isSecure = url.protocol === 'https:';
  return new Promise((settle) => {
    let mayHaveArrived = false;
    const request: ClientRequest = (isSecure ? requestHttps : requestHttp)(url, {
      method: ask.method,
      headers: {
        'user-agent': 'Handrail',
        accept: 'application/json',
        'accept-encoding': 'identity',
        ...ask.headers,
        ...(ask.body !== undefined && { 'content-length': String(Buffer.byteLength(ask.body)) }),
      },
      // One connection per request: a kept one may be closed by the other side at the moment we write to it.
      agent: false,
      signal,
      lookup: (_host, options, done) =>
        options.all ? done(null, [{ address, family: isIP(address) }]) : done(null, address, isIP(address)),
    });
    request.once('socket', (socket) => {
      socket.once(isSecure ? 'secureConnect' : 'connect', () => (mayHaveArrived = true));
    });
    request.once('response', (response) => void read(response, maxBytes).then(settle));
    request.on('error', (error) => {
      const { code, reason } = described(error, `${url.host} did not answer`);
      settle({ kind: 'no-answer', code, reason, mayHaveArrived });
    });
    request.end(ask.body);
  });
}

/** What came of the body before it ended, broke off, grew too large or took too long. */
async function read(response: IncomingMessage, maxBytes: number): Promise<Answer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let isWhole = false;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) break;
      chunks.push(chunk);
    }
    isWhole = response.complete && bytes <= maxBytes;
  } catch {
    // Broken off: the status and what came until then still count.
  }
  const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)]));
  const text = Buffer.concat(chunks).toString('utf8');
  return { kind: 'answer', status: response.statusCode ?? 0, headers, text, isWhole };
}

async function addressesOf(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

function inTime<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    promise.then(resolve, reject);
  });
}

function notArrived(error: unknown, what: string): Answer {
  return { kind: 'no-answer', ...described(error, what), mayHaveArrived: false };
}

/** Node's codes (ECONNREFUSED, CERT_HAS_EXPIRED …) say enough and repeat nothing that was sent. */
function described(error: unknown, what: string): { code: string; reason: string } {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: string };
  // An aborted request has the timeout inside it.
  const isTimeout = name === 'TimeoutError' || name === 'AbortError';
  const short = isTimeout ? 'timeout' : typeof code === 'string' ? code : 'no-answer';
  return { code: short, reason: isTimeout ? `${what} in time.` : `${what} (${short}).` };
}

function notEncrypted(host: string): Answer {
  return {
    kind: 'refused',
    code: 'not-https',
    reason: `${host} would be asked without https. Use https, or name the host in HELP_DESK_INNER_HOSTS.`,
  };
}

function insideOurNetwork(host: string): Answer {
  return {
    kind: 'refused',
    code: 'private-address',
    reason: `${host} is inside a private network. If it should be asked there, name it in HELP_DESK_INNER_HOSTS.`,
  };
}
