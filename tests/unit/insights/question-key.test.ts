import assert from 'node:assert/strict';
import { test } from 'node:test';
import { questionKey } from '../../../src/insights/question-key.ts';

for (const [one, other] of [
  ['VPN certificate', '  vpn   Certificate? '],
  ['vpn certificate', 'vpn certificates'],
  ['company policy', 'company policies'],
  ['printer box', 'printer boxes'],
  ['error message', 'error messages'],
  ['carte réseau', 'cartes réseau'],
  ['WI-FI', 'wi-fi'],
] as const) {
  test(`"${one}" and "${other}" are one question`, () => {
    assert.equal(questionKey(one), questionKey(other));
  });
}

for (const [one, other] of [
  ['vpn certificate', 'certificate vpn'],
  ['NL-1042', 'NL-1043'],
  ['status', 'statu'],
  ['access', 'acces'],
  ['Sync 4', 'Sync 4.2'],
  ['os', 'o'],
  ['👩‍🔧', '🖨️'],
] as const) {
  test(`"${one}" and "${other}" are two questions`, () => {
    assert.notEqual(questionKey(one), questionKey(other));
  });
}

test('a question without letters and digits is compared as it stands', () => {
  assert.equal(questionKey(' … '), '…');
});
