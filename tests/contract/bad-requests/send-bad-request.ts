import { request as ask, type Agent } from 'node:http';
import { connect } from 'node:net';
import type { BadRequest } from './bad-request.ts';

const QUIET_MS = 150;

/** Sends it, and gives every status that comes back: several for several requests, none where the server hung up. */
export function sendBadRequest(port: number, sent: BadRequest, agent: Agent): Promise<number[]> {
  return sent.kind === 'raw' ? sendRaw(port, sent.bytes) : sendHttp(port, sent, agent);
}

function sendHttp(port: number, sent: Extract<BadRequest, { kind: 'http' }>, agent: Agent): Promise<number[]> {
  const { method, path, headers, body } = sent;
  return new Promise((resolve, reject) => {
    const written = new Map<string, string | string[]>();
    // Node wants one array for a header that stands there several times.
    for (const [name, value] of headers) {
      const before = written.get(name);
      written.set(name, before === undefined || name === 'host' ? value : [...[before].flat(), value]);
    }
    const request = ask({ host: '127.0.0.1', port, method, path, agent, setHost: !written.has('host') });
    for (const [name, value] of written) request.setHeader(name, value);
    request.once('response', (response) => {
      response.resume();
      response.once('error', () => resolve([response.statusCode ?? 0]));
      response.once('end', () => resolve([response.statusCode ?? 0]));
    });
    request.once('error', (error: NodeJS.ErrnoException) => {
      // The server may hang up on what it cannot read; a server that is not there any more is what we look for.
      if (error.code === 'ECONNREFUSED') reject(error);
      else resolve([]);
    });
    request.end(body);
  });
}

function sendRaw(port: number, bytes: Uint8Array): Promise<number[]> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1');
    const done = () => {
      socket.destroy();
      resolve([...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status)));
    };
    // Much of this is a request that never ends, to which the server listens for a while.
    socket.setTimeout(QUIET_MS, done);
    socket.setEncoding('latin1');
    socket.on('data', (chunk) => (answer += chunk));
    socket.once('close', done);
    socket.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNREFUSED' ? reject(error) : done()));
    socket.write(bytes);
  });
}
