import { Agent, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';

/** Readers who ask for a person, over connections that stay open, each escalation with a key of its own. */
export type EscalationLoad = {
  /** As many as can be, from so many readers at once; gives how many were taken per second. */
  asFastAs: (readers: number, seconds: number) => Promise<number>;
  /** So many from readers at once. */
  inAll: (readers: number, escalations: number) => Promise<void>;
  /** At a steady pace, whether or not the ones before were answered; gives how long each took, in milliseconds. */
  atPace: (perSecond: number, seconds: number) => Promise<number[]>;
  taken: () => number;
  close: () => void;
};

/** Throws with the first answer that does not acknowledge. */
export function escalationLoad(url: string): EscalationLoad {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  const target = new URL('/api/escalations', url);
  let sent = 0;
  let taken = 0;

  const one = () => ask(`bench-${sent++}`);
  const ask = (key: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': key };
      const outgoing = request(target, { method: 'POST', agent, headers }, (incoming) => {
        incoming.resume();
        incoming.once('end', () => {
          if (incoming.statusCode !== 201 && incoming.statusCode !== 200)
            return reject(new Error(`${key} was answered ${incoming.statusCode}.`));
          taken += 1;
          resolve();
        });
      });
      outgoing.once('error', (error: NodeJS.ErrnoException) => {
        // The server may close a connection that was idle just when it is used again; then it is asked anew.
        if (outgoing.reusedSocket && error.code === 'ECONNRESET') ask(key).then(resolve, reject);
        else reject(error);
      });
      outgoing.end(bodyOf(key));
    });

  return {
    asFastAs: async (readers, seconds) => {
      const [startedAt, before] = [performance.now(), taken];
      const isOn = () => performance.now() - startedAt < seconds * 1_000;
      await Promise.all(
        Array.from({ length: readers }, async () => {
          while (isOn()) await one();
        }),
      );
      return ((taken - before) * 1_000) / (performance.now() - startedAt);
    },
    inAll: async (readers, escalations) => {
      const until = sent + escalations;
      await Promise.all(
        Array.from({ length: readers }, async () => {
          while (sent < until) await one();
        }),
      );
    },
    atPace: async (perSecond, seconds) => {
      const startedAt = performance.now();
      const durations: Promise<number>[] = [];
      for (let number = 0; number < perSecond * seconds; number++) {
        const dueAt = startedAt + (number * 1_000) / perSecond;
        const ahead = dueAt - performance.now();
        if (ahead > 1) await setTimeout(ahead);
        // From the time at which it was due: a load that waits for a slow server would hide its slowness.
        durations.push(one().then(() => performance.now() - dueAt));
      }
      return Promise.all(durations);
    },
    taken: () => taken,
    close: () => agent.destroy(),
  };
}

function bodyOf(key: string): string {
  return JSON.stringify({
    article: 'restore-a-file',
    version: '5',
    audience: 'home',
    channel: 'email',
    name: 'A reader',
    email: 'reader@example.com',
    message: `This is ${key}. ${'The file is still not there after I did what the page says. '.repeat(4)}`,
    packet: {
      searches: [{ query: 'restore deleted file', results: 3 }],
      visited: ['find-a-missing-file', 'restore-a-file'],
      steps: [
        { text: 'Open Files.', done: true },
        { text: 'Choose History.', done: false },
      ],
    },
  });
}
