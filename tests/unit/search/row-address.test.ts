import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowAddress } from '../../../src/search/row-address.ts';

const address = '/articles/restore-a-file/';

test('a row whose words are said in a video leads to their second', () => {
  const heading = { text: 'In the video, at 1:23', address: `${address}#v-restore-a-file-83` };

  const target = rowAddress({ address, heading });

  assert.equal(target, '/articles/restore-a-file/#v-restore-a-file-83');
});

for (const [what, row] of [
  ['without a heading', { address }],
  ['below a heading of its text', { address, heading: { text: 'Then', address: `${address}#then` } }],
  ['below a heading that looks almost like a moment', { address, heading: { text: 'V-3', address: `${address}#v-3` } }],
] as const) {
  test(`a row ${what} leads to its page`, () => {
    const target = rowAddress(row);

    assert.equal(target, address);
  });
}
