import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typedAgain } from '../../../../src/server/desk/reply-articles.ts';

const SITE = 'https://help.example.com';

test('the title of an article is put below what was written, and its address on a line of its own', () => {
  const insert = '/articles/restore-a-file/4.2/ Get back an earlier copy';

  const typed = typedAgain(form({ text: 'Please look here:', insert }), SITE);

  assert.equal(
    typed['text'],
    'Please look here:\nGet back an earlier copy\nhttps://help.example.com/articles/restore-a-file/4.2/\n',
  );
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
