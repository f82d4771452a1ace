import { postAct } from '../../src/server/requests/post-act.ts';
import type { Running } from './proxied.ts';

export const escalation = {
  channel: 'email',
  name: 'A reader',
  email: 'reader@example.com',
  message: 'It beeps twice.',
};

export const vote = {
  article: 'computer-will-not-start',
  helpful: false,
  contentHash: '0123456789abcdef',
};

/** A way to add a message to a request that was just sent, as its status page does. */
export async function writerTo(api: Running) {
  const answer = (await (await api.send(escalation, { key: 'first' })).json()) as { statusUrl: string };
  const client = { address: '198.51.100.7', isLimited: true, isUndeclaredProxy: false };
  const token = new URL(answer.statusUrl).pathname.split('/')[2] ?? '';
  return (text: string, origin = 'https://help.example.com') =>
    postAct(
      new Request(answer.statusUrl, {
        method: 'POST',
        headers: { origin },
        body: new URLSearchParams({ kind: 'message', text }),
      }),
      api.app,
      client,
      token,
      api.now(),
    );
}

/** Why each request that is set aside is, as the store keeps it. */
export function quarantined(api: Running): unknown[] {
  return api.kept('select quarantined from escalations where quarantined is not null').map((row) => row['quarantined']);
}
