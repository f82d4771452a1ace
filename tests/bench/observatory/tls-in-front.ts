import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer as createPlain, request, type RequestListener, type Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The first byte of a TLS connection (RFC 8446, 5.1). */
const HANDSHAKE = 22;

/**
 * Stands before the site on `target` as a proxy does: https, and http that leads to it. Both on `port`, because the
 * Observatory asks one host. Its certificate, for localhost alone, is made in `folder`.
 */
export async function tlsInFront(
  port: number,
  target: number,
  folder: string,
): Promise<{ ca: string; stop: () => void }> {
  const [key, ca] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const words = `req -x509 -newkey rsa:2048 -nodes -keyout ${key} -out ${ca} -days 2 -subj /CN=localhost`;
  await promisify(execFile)('openssl', [...words.split(' '), '-addext', 'subjectAltName=DNS:localhost']);
  const secure = createSecure({ key: await readFile(key), cert: await readFile(ca) }, handingOnTo(target));
  const plain = createPlain((asked, response) => {
    response.writeHead(301, { location: `https://${asked.headers.host}${asked.url}` }).end();
  });
  const ports = await Promise.all([secure, plain].map(listening));
  const front = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (first) => {
      const inner = connect(ports[first[0] === HANDSHAKE ? 0 : 1] ?? 0, '127.0.0.1');
      inner.on('error', () => socket.destroy());
      inner.write(first);
      socket.pipe(inner).pipe(socket);
    });
  }).listen(port, '127.0.0.1');
  return { ca, stop: () => [front, secure, plain].forEach((server) => server.close()) };
}

function handingOnTo(port: number): RequestListener {
  return (asked, response) => {
    const { url: path, method, headers } = asked;
    const handedOn = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    handedOn.on('error', () => response.destroy());
    asked.pipe(handedOn);
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port));
  });
}
