import { createServer, request, type IncomingMessage } from 'node:http';

/** What came through since the last reset: answers, and their bytes on the wire, heads and bodies. */
export type Carried = { requests: number; bytes: number; addresses: string[] };

export type CountingProxy = { address: string; carried: () => Carried; reset: () => void; stop: () => Promise<void> };

/**
 * Stands before the site at `target` and counts what it sends, whoever asks for it: pages, scripts, service workers.
 * It listens on `port`; the site is asked by the address that the browser sees.
 */
export async function startCountingProxy(target: string, port: number): Promise<CountingProxy> {
  const { hostname, port: targetPort } = new URL(target);
  const seen: Carried = { requests: 0, bytes: 0, addresses: [] };
  const server = createServer((asked, answer) => {
    const { method, headers, url: path } = asked;
    const passedOn = request({ hostname, port: targetPort, method, headers, path }, (response) => {
      seen.requests += 1;
      seen.addresses.push(path ?? '');
      seen.bytes += headBytes(response);
      response.on('data', (chunk: Buffer) => (seen.bytes += chunk.byteLength));
      answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
      response.pipe(answer);
    });
    // A page that is left ends what it was fetching; the site behind is told so.
    passedOn.on('error', () => answer.destroy());
    answer.on('close', () => passedOn.destroy());
    asked.pipe(passedOn);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${port}`,
    carried: () => ({ ...seen, addresses: [...seen.addresses] }),
    reset: () => Object.assign(seen, { requests: 0, bytes: 0, addresses: [] }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The status line and the headers as HTTP/1.1 writes them. */
function headBytes({ rawHeaders, statusMessage = '' }: IncomingMessage): number {
  const written = rawHeaders.reduce((total, word) => total + Buffer.byteLength(word, 'latin1') + 2, 0);
  return 'HTTP/1.1 200 '.length + statusMessage.length + 2 + written + 2;
}
