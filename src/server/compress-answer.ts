import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isSomebodys } from '../headers/is-somebodys.ts';
import { encodingFor } from './encoding.ts';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Half a millisecond for a page; better takes ten times as long, while the reader waits. */
const QUICK_QUALITY = 4;

/**
 * The page that was made for `request`, compressed where its browser takes that. Only for pages in which nothing is
 * secret: from how far a page shrinks that holds a secret beside words of the asker's, the secret can be guessed
 * (BREACH, https://breachattack.com). So not at the desk, not where a request stands, and not what answers a form.
 */
export async function compressAnswer(request: Request, routePattern: string, response: Response): Promise<Response> {
  // Whoever asks for the head alone is told what the page would come with (RFC 9110, 9.3.2).
  if (!['GET', 'HEAD'].includes(request.method) || isSomebodys(routePattern)) return response;
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const headers = new Headers(response.headers);
  headers.append('vary', 'accept-encoding');
  const encoding = encodingFor(request.headers.get('accept-encoding') ?? undefined, { br: true, gzip: true });
  if (!encoding) return new Response(response.body, { status: response.status, headers });
  const page = Buffer.from(await response.arrayBuffer());
  const compressed = await (encoding === 'br'
    ? compressBrotli(page, { params: { [constants.BROTLI_PARAM_QUALITY]: QUICK_QUALITY } })
    : compressGzip(page));
  headers.set('content-encoding', encoding);
  headers.set('content-length', String(compressed.length));
  return new Response(new Uint8Array(compressed), { status: response.status, headers });
}
