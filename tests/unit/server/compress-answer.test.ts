import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compressAnswer } from '../../../src/server/compress-answer.ts';

const PAGE = '<p>Open Files.</p>'.repeat(100);

test('whoever asks for the head of a page is told what the page would come with', async () => {
  const [head, page] = await Promise.all(['HEAD', 'GET'].map((method) => answerTo(method, '/search/answer')));

  assert.equal(page?.headers.get('content-encoding'), 'br');
  assert.deepEqual([...(head?.headers ?? [])], [...(page?.headers ?? [])]);
});

for (const [method, route] of [
  ['POST', '/search/answer'],
  ['GET', '/desk'],
  ['GET', '/requests/[token]'],
] as const) {
  test(`what answers ${method} at ${route} is not compressed, for it may hold a secret`, async () => {
    const answer = await answerTo(method, route);

    assert.equal(answer.headers.get('content-encoding'), null);
  });
}

function answerTo(method: string, route: string): Promise<Response> {
  const request = new Request('http://localhost/', { method, headers: { 'accept-encoding': 'br' } });
  return compressAnswer(request, route, new Response(PAGE, { headers: { 'content-type': 'text/html' } }));
}
