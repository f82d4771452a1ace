import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { MAX_QUERY_LENGTH } from '../../../src/schema/search-log.ts';
import { withoutPersonalDetails } from '../../../src/server/without-personal-details.ts';

const CASES: Record<string, (readonly [typed: string, kept: string])[]> = {
  'What tells nothing of a person': [
    ['printer offline', 'printer offline'],
    ['  printer \n offline ', 'printer offline'],
    ['error NL-1042', 'error NL-1042'],
    ['NL-1042-DISK-FULL', 'NL-1042-DISK-FULL'],
    ['ERR_HTTP2_PROTOCOL_ERROR', 'ERR_HTTP2_PROTOCOL_ERROR'],
    ['DRIVER_IRQL_NOT_LESS_OR_EQUAL', 'DRIVER_IRQL_NOT_LESS_OR_EQUAL'],
    ['Sync 4.2 on OS 11', 'Sync 4.2 on OS 11'],
    ['windows 7, 8, 10, 11', 'windows 7, 8, 10, 11'],
    ['iPhone 15 with iOS 18.1.1', 'iPhone 15 with iOS 18.1.1'],
    ['order 1234', 'order 1234'],
    ['stopped at 10:30:45', 'stopped at 10:30:45'],
    ['std::vector', 'std::vector'],
    ['cannot type @ on my keyboard', 'cannot type @ on my keyboard'],
    ['look at example pages', 'look at example pages'],
    ['restore-a-file-from-windows-11-24h2', 'restore-a-file-from-windows-11-24h2'],
    ['Donaudampfschifffahrtsgesellschaftskapitän', 'Donaudampfschifffahrtsgesellschaftskapitän'],
    ['ファイルを復元する方法を教えてください', 'ファイルを復元する方法を教えてください'],
    ['http://printer.local', 'http://printer.local'],
    ['/home/ is full', '/home/ is full'],
    ['👩‍🔧', '👩‍🔧'],
    ['', ''],
  ],
  'An e-mail address': [
    ['jo.bloggs+x@example.co.uk cannot sign in', '… cannot sign in'],
    ['mail to:me@example.com', 'mail …'],
    ['<jo@example.com>, <al@example.com> share', '… … share'],
    ['почта@пример.рф вход', '… вход'],
    ['me＠example.com', '…'],
    ['jo%40example.com', '…'],
    ['sign in as jo@', 'sign in as …'],
    ['jo @ example.com asks', '… asks'],
    ['jo@ example.com', '…'],
    ['jo (at) example (dot) com sign in', '… sign in'],
    ['jo [at] example.com', '…'],
    ['jo at example dot co dot uk sign in', '… sign in'],
    ['https://jo:secret@example.com/mail', '…'],
  ],
  'A number of five digits or more': [
    ['order 12345', 'order …'],
    ['12,345 files', '… files'],
    ["12'345 Dateien", '… Dateien'],
    ['call +44 (1632) 960-150 please', 'call … please'],
    ['(555) 010–9999', '…'],
    ['appelez le 06 12 34 56 78', 'appelez le …'],
    ['0151/234 567 anrufen', '… anrufen'],
    ['0 1 6 3 2 9', '…'],
    ['4111 1111 1111 1111', '…'],
    ['born 1980-05-17', 'born …'],
    ['رقم ٠١٢٣٤٥٦', 'رقم …'],
    ['फोन ९८७६५ ४३२१०', 'फोन …'],
    ['０９０－１２３４－５６７８ に電話', '… に電話'],
    ['01632\u200b960\u200b150', '…'],
    ['192.168.1.10', '…'],
    ['serial AB123456CD', 'serial AB…CD'],
    ['QQ 12 34 56 C', 'QQ … C'],
  ],
  'What is lost by that, as the contract has it': [
    ['0x80070005', '0x…'],
    ['KB5034441', 'KB…'],
    ['Sync 4.2.1.10', 'Sync …'],
  ],
  'A secret that was pasted': [
    ['XK4F-9Q2M-7TRW-22PL does not work', '… does not work'],
    ['ABCD-1234-EFGH-5678', '…'],
    ['5f0c7c1e-0f5c-4b39-a3a1-5d2a2a2f8a11', '…'],
    ['xqZbLmNoPqRsTuVwXyZaBcDeFgHiJkLmNoPqRsTuV7w', '…'],
    ['https://help.example.com/requests/aBcDeF/ is gone', 'https://help.example.com/… is gone'],
    ['https://example.com?session=abc', 'https://example.com/…'],
    ['00:1A:2b:3C:4d:5E not in the list', '… not in the list'],
    ['fe80::1ff:fe23:4567:890a', '…'],
  ],
  'A name in the path of a folder': [
    ['C:\\Users\\Jo Bloggs\\Documents is empty', 'C:\\Users\\…\\Documents is empty'],
    ['c:\\users\\jo', 'c:\\users\\…'],
    ['/home/jo is full', '/home/… is full'],
    ['/Users/jo/Library', '/Users/…/Library'],
  ],
};

for (const [what, cases] of Object.entries(CASES)) {
  describe(what, () => {
    for (const [typed, kept] of cases) {
      test(`of "${typed}" is kept "${kept}"`, () => {
        assert.equal(withoutPersonalDetails(typed), kept);
      });
    }
  });
}

test('no five digits in a row and no address is left of anything', () => {
  const typed = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '@',
        'jo@x.com',
        '12345',
        '٠١٢٣٤',
        ' ',
        '-',
        '.',
        '(at)',
        ' dot ',
        'https://',
        '/home/',
        '٥',
        '1',
      ),
    ),
  );

  fc.assert(
    fc.property(typed, (parts) => {
      const kept = withoutPersonalDetails(parts.join('').slice(0, MAX_QUERY_LENGTH));

      assert.doesNotMatch(kept, /\p{Nd}{5}|\S@\S/u);
    }),
    { numRuns: 2_000 },
  );
});

test('a word that may have been cut off at its end is not kept', () => {
  const cut = `${'a '.repeat(MAX_QUERY_LENGTH / 2 - 4)}jo.blogg`;

  const kept = withoutPersonalDetails(cut);

  assert.equal(cut.length, MAX_QUERY_LENGTH);
  assert.equal(kept.slice(-4), ' a …');
});

for (const part of ['@', 'a@', '(at)', ' at ', ' dot ', '1 ', '0:', '/home/', 'a1', ' ', '( at (', 'https://', '+(']) {
  test(`${JSON.stringify(part)}, over and over, is dealt with at once`, () => {
    const typed = part.repeat(MAX_QUERY_LENGTH / part.length);
    const before = process.threadCpuUsage();

    withoutPersonalDetails(typed);

    const { user, system } = process.threadCpuUsage(before);
    assert.ok(user + system < 200_000, `${user + system} µs`);
  });
}
