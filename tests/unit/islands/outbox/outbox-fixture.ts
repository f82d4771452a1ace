import type { KeptMessage } from '../../../../src/islands/outbox/kept-message.ts';
import type { Outbox } from '../../../../src/islands/outbox/outbox.ts';
import type { Posting } from '../../../../src/islands/outbox/posting.ts';
import type { EscalationAnswer } from '../../../../src/schema/escalation.ts';

export const ANSWER: EscalationAnswer = {
  reference: '7K3F-9Q2M',
  statusUrl: 'https://help.example/requests/abc/',
  promisedBy: '2026-11-23T10:40:00Z',
  channel: 'email',
};

export const BODY = JSON.stringify({
  message: 'The folder is gone',
  name: 'A customer',
  channel: 'email',
  email: 'customer@example.com',
  packet: {},
});

export function waiting(): KeptMessage {
  return {
    key: 'key',
    slug: 'restore-a-file',
    page: '/articles/restore-a-file/',
    writtenAtMs: 0,
    words: 'words',
    struck: [],
    state: { kind: 'waiting', address: '/api/escalations', body: BODY, attempts: 0, nextTryAtMs: 0 },
  };
}

export function sent(): KeptMessage {
  return { ...waiting(), state: { kind: 'sent', answer: ANSWER, sentAtMs: 0, isSeen: false } };
}

type Send = Posting['send'];

/** Posting in memory; `sends` are the requests that were made, `kept` what the browser keeps. */
export function postingInMemory(send: Send, { isForbidden = false }: { isForbidden?: boolean } = {}) {
  const kept = new Map<string, KeptMessage>();
  const sends: { key: string | undefined; body: unknown }[] = [];
  const turns = new Map<string, Promise<unknown>>();
  const outbox: Outbox = {
    all: async () => (isForbidden ? undefined : [...kept.values()]),
    get: async (key) => kept.get(key),
    put: async (message) => {
      if (!isForbidden) kept.set(message.key, message);
      return !isForbidden;
    },
    drop: async (key) => void kept.delete(key),
  };
  const posting: Posting = {
    outbox,
    send: (address, body, headers) => {
      sends.push({ key: headers['idempotency-key'], body });
      return send(address, body, headers);
    },
    alone: (name, work) => {
      const turn = (turns.get(name) ?? Promise.resolve()).then(work);
      turns.set(name, turn);
      return turn;
    },
    announce: () => undefined,
    nowMs: () => 1_000,
    random: () => 0,
  };
  return { posting, kept, sends };
}
