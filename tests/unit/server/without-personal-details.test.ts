import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutPersonalDetails } from '../../../src/server/without-personal-details.ts';

for (const [typed, kept] of [
  ['printer offline', 'printer offline'],
  ['error NL-1042', 'error NL-1042'],
  ['Sync 4.2 on OS 11', 'Sync 4.2 on OS 11'],
  ['jo.bloggs+x@example.co.uk cannot sign in', '… cannot sign in'],
  ['mail to:me@example.com', 'mail …'],
  ['order 12345', 'order …'],
  ['order 1234', 'order 1234'],
  ['call +44 (1632) 960-150 please', 'call … please'],
  ['0 1 6 3 2 9', '…'],
  ['serial AB123456CD', 'serial AB…CD'],
  ['رقم ٠١٢٣٤٥٦', 'رقم …'],
]) {
  test(`of "${typed}" is kept "${kept}"`, () => {
    assert.equal(withoutPersonalDetails(typed ?? ''), kept);
  });
}
