import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formOrigin, isMarked, markForms } from '../../../src/server/desk-forms.ts';

const SITE = 'https://help.example.com';
const SECRET = Buffer.from('a secret that is long enough to use');

for (const [headers, origin] of [
  [{ 'sec-fetch-site': 'same-origin' }, 'own'],
  [{ 'sec-fetch-site': 'none' }, 'own'],
  [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, 'own'],
  [{ 'sec-fetch-site': 'same-site', origin: SITE }, 'foreign'],
  [{ 'sec-fetch-site': 'cross-site' }, 'foreign'],
  [{ origin: SITE }, 'own'],
  [{ origin: 'http://10.0.0.7:4321', host: '10.0.0.7:4321' }, 'own'],
  [{ origin: 'https://evil.example' }, 'foreign'],
  [{ origin: 'https://evil.example', host: 'help.example.com' }, 'foreign'],
  [{ origin: 'null' }, 'unknown'],
  [{}, 'unknown'],
] as const) {
  test(`a form that says ${JSON.stringify(headers)} is ${origin}`, () => {
    assert.equal(formOrigin(post('', headers), SITE), origin);
  });
}

test('every form that is sent by post carries the mark of the session, and no other form', async () => {
  const page = '<form method="get" action="/a"><form class="x" method="post"><b>1</b></form>';

  const marked = markForms(page, SECRET, 's-1');

  const field = /<form class="x" method="post"><input type="hidden" name="desk-form" value="([\w-]{43})"><b>1<\/b>/;
  const [, mark = ''] = field.exec(marked) ?? [];
  assert.equal(marked.match(/desk-form/g)?.length, 1);
  assert.equal(await isMarked(post(`text=a&desk-form=${mark}`), SECRET, 's-1'), true);
  assert.equal(await isMarked(post(`text=a&desk-form=${mark}`), SECRET, 's-2'), false);
  assert.equal(await isMarked(post('text=a'), SECRET, 's-1'), false);
});

test('what a customer wrote is no form, so no mark gets into it', () => {
  const page = '<blockquote>&lt;form method=&quot;post&quot;&gt;</blockquote><p title="<form method=post>">';

  assert.equal(markForms(page, SECRET, 's-1'), page);
});

test('a form that was checked can still be read', async () => {
  const request = post('text=a');

  await isMarked(request, SECRET, 's-1');

  assert.equal(await request.text(), 'text=a');
});

function post(body: string, headers: Record<string, string> = {}): Request {
  return new Request(`${SITE}/desk/`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
}
