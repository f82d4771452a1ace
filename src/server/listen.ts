import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Mistakes } from '../errors/user-error.ts';
import type { Settings } from './settings.ts';

/**
 * How long a request may take to arrive: a phone on a bad line sends the longest message in half of it, and whoever
 * sends a byte now and then, to keep others out, has one connection for no longer. Late ones are answered with 408.
 */
type Patience = { headersTimeout: number; requestTimeout: number; connectionsCheckingInterval: number };
const PATIENCE: Patience = { headersTimeout: 20_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 };
const MOST_CONNECTIONS = 5_000;

/**
 * Begins to listen. Throws `Mistakes` where the port is taken, or cannot be had. `close` refuses new connections at
 * once, and returns when every request that is under way has been answered, and its connection closed.
 */
export async function listen(
  listener: RequestListener,
  { port, host }: Pick<Settings, 'port' | 'host'>,
  patience: Patience = PATIENCE,
): Promise<{ port: number; close: () => Promise<void> }> {
  const underWay = new Set<ServerResponse>();
  let isClosing = false;
  const server = createServer(patience, (request, response) => {
    underWay.add(response);
    // Whoever asks again on the same connection would keep a server from stopping for ever.
    if (isClosing) response.shouldKeepAlive = false;
    response.once('close', () => {
      underWay.delete(response);
      if (isClosing) setImmediate(() => server.closeIdleConnections());
    });
    listener(request, response);
  });
  server.maxConnections = MOST_CONNECTIONS;
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolveListening, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, port, host)));
    server.listen(port, host, resolveListening);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((closed) => {
        isClosing = true;
        server.close(() => closed());
        server.closeIdleConnections();
        // Browsers open connections beforehand; Node does not count one as idle that was never used.
        for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
        for (const response of underWay) response.shouldKeepAlive = false;
      }),
  };
}

function cannotListen(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const mistake = (problem: string, field: string, fix: string) =>
    new Mistakes('The server cannot start.', [{ problem, where: { file: 'environment', field }, fix }]);
  switch (error.code) {
    case 'EADDRINUSE':
      return mistake(
        `Port ${port} is taken on ${host}.`,
        'PORT',
        `Stop what runs there (perhaps another \`npm start\`), or set PORT to another number, such as ${port + 1}.`,
      );
    case 'EACCES':
      return mistake(
        `This user may not listen on port ${port}.`,
        'PORT',
        'Set PORT to 1024 or above, such as 4321, and let a proxy in front of it take port 80 or 443.',
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return mistake(
        `This machine has no address ${host}.`,
        'HOST',
        'Set HOST to one that it has, such as 127.0.0.1, or to 0.0.0.0 for all of them.',
      );
    default:
      return error;
  }
}
