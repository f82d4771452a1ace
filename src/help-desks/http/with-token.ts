import { z } from 'zod';
import { jsonIn } from './failure-of.ts';
import type { Answer, Ask, HttpClient } from './http-client.ts';

export type TokenSettings = { url: string; id: string; secret: string; title: string };

const Token = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const UNAUTHORIZED = 401;

/** Asks with a token (OAuth 2.0, client credentials). One that is refused is replaced once: it may have been revoked. */
export function withToken({ url, id, secret, title }: TokenSettings, http: HttpClient) {
  let token: { value: string; until: number } | undefined;
  let fetching: Promise<Answer | undefined> | undefined;

  const fetchToken = async (now: Temporal.Instant): Promise<Answer | undefined> => {
    const answer = await http({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: id,
        client_secret: secret,
      }).toString(),
    });
    const read = Token.safeParse(jsonIn(answer));
    if (!read.success) return neverArrived(answer, title);
    const { access_token: value, expires_in: seconds } = read.data;
    token = { value, until: now.epochMilliseconds + (seconds - 60) * 1000 };
    return undefined;
  };

  return async (now: Temporal.Instant, ask: Ask): Promise<Answer> => {
    for (let isFirst = true; ; isFirst = false) {
      if (token === undefined || token.until <= now.epochMilliseconds) {
        // Whoever comes meanwhile waits for the same one.
        fetching ??= fetchToken(now).finally(() => (fetching = undefined));
        const failed = await fetching;
        if (failed) return failed;
      }
      const used = token;
      const authorization = `Bearer ${used?.value ?? ''}`;
      const answer = await http({ ...ask, headers: { ...ask.headers, authorization } });
      if (!isFirst || answer.kind !== 'answer' || answer.status !== UNAUTHORIZED) return answer;
      if (token === used) token = undefined;
    }
  };
}

/** Without a token nothing was asked, so nothing can be there, however the asking for the token ended. */
function neverArrived(answer: Answer, title: string): Answer {
  switch (answer.kind) {
    case 'refused':
      return answer;
    case 'no-answer':
      return { ...answer, mayHaveArrived: false };
    case 'answer':
      // 400 is how OAuth says that the app or its secret is wrong (RFC 6749, 5.2), which only a person can mend.
      if (answer.status >= 400 && answer.status < 500) return answer;
      return {
        kind: 'no-answer',
        code: `token-${answer.status}`,
        reason: `${title} gave no token (${answer.status}).`,
        mayHaveArrived: false,
      };
  }
}
