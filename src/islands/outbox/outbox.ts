import { within } from '../../offline/within.ts';
import type { KeptMessage } from './kept-message.ts';

/**
 * Where this browser keeps messages until they are with us. It may forbid that, or have no room: then nothing is put,
 * `put` says so, and nothing is found.
 */
export type Outbox = {
  /** Undefined where the browser does not let us look. */
  all: () => Promise<KeptMessage[] | undefined>;
  get: (key: string) => Promise<KeptMessage | undefined>;
  /** True once the message is on disk. */
  put: (message: KeptMessage) => Promise<boolean>;
  drop: (key: string) => Promise<void>;
};

const DATABASE = 'handrail-outbox';
const MESSAGES = 'messages';
/** Some browsers never answer where they should refuse; nobody waits for longer to be told so. */
const PATIENCE_MS = 3_000;

/** `factory` gives the browser's databases, and may throw where the browser forbids to touch them. */
export function openOutbox(factory: () => IDBFactory): Outbox {
  const find = async <Result>(ask: (messages: IDBObjectStore) => IDBRequest<Result>) => {
    const found = await within(inStore(factory, 'readonly', ask), PATIENCE_MS).catch(() => undefined);
    return found?.result;
  };
  return {
    all: () => find((messages) => messages.getAll() as IDBRequest<KeptMessage[]>),
    get: (key) => find((messages) => messages.get(key) as IDBRequest<KeptMessage | undefined>),
    put: async (message) => {
      const put = inStore(factory, 'readwrite', (messages) => messages.put(message, message.key));
      return (await within(put, PATIENCE_MS).catch(() => undefined)) !== undefined;
    },
    drop: async (key) => {
      const drop = inStore(factory, 'readwrite', (messages) => messages.delete(key));
      await within(drop, PATIENCE_MS).catch(() => undefined);
    },
  };
}

/** One transaction on a connection of its own: one that stays open keeps pages out of the browser's way back. */
async function inStore<Result>(
  factory: () => IDBFactory,
  mode: 'readonly' | 'readwrite',
  ask: (messages: IDBObjectStore) => IDBRequest<Result>,
): Promise<{ result: Result }> {
  const database = await connect(factory());
  try {
    // Without "strict" Chromium says that it has written before it has.
    const transaction = database.transaction(MESSAGES, mode, { durability: 'strict' });
    const request = ask(transaction.objectStore(MESSAGES));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('The browser broke off.'));
    });
    return { result: request.result };
  } finally {
    database.close();
  }
}

function connect(databases: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = databases.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(MESSAGES);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('The browser keeps nothing.'));
  });
}
