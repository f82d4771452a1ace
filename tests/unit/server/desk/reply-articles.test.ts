import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typedAgain } from '../../../../src/server/desk/reply-articles.ts';

const SITE = 'https://help.example.com';

test('the address of an article is put below what was written', () => {
  const typed = typedAgain(form({ text: 'Please look here:', insert: '/articles/restore-a-file/' }), SITE);

  assert.equal(typed['text'], 'Please look here:\nhttps://help.example.com/articles/restore-a-file/\n');
});

for (const insert of ['', 'http://', 'https://[']) {
  test(`"${insert}" is no address, and leaves what was written as it is`, () => {
    const typed = typedAgain(form({ text: 'Please look here:', insert }), SITE);

    assert.equal(typed['text'], 'Please look here:');
  });
}

function form(fields: Record<string, string>): Map<string, string[]> {
  return new Map(Object.entries(fields).map(([name, value]) => [name, [value]]));
}
