import type { IncomingMessage } from 'node:http';
import type { Log } from '../log.ts';
import { clientOf, proxiesIn, type Client } from './client.ts';

/** Tells whom each request comes from. A proxy that nobody declared is told of once, as long as the server runs. */
export function clientsBehind(trustedProxies: readonly string[], log: Log): (request: IncomingMessage) => Client {
  const proxies = proxiesIn(trustedProxies);
  let hasTold = false;
  return ({ socket, headers }) => {
    const forwarded = headers['x-forwarded-for'];
    const forwardedFor = Array.isArray(forwarded) ? forwarded.join(',') : forwarded;
    const client = clientOf({ peer: socket.remoteAddress, forwardedFor }, proxies);
    if (client.isUndeclaredProxy && !hasTold) {
      hasTold = true;
      log('undeclared-proxy', { fix: 'name it in TRUSTED_PROXIES, or floods cannot be told from customers' });
    }
    return client;
  };
}
