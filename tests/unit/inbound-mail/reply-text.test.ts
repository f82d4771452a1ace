import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replyText } from '../../../src/inbound-mail/reply-text.ts';

const replies: { what: string; written: string; reply: string }[] = [
  { what: 'has nothing below it', written: 'It works now.\r\nThank you.', reply: 'It works now.\nThank you.' },
  {
    what: 'stands above a quoted letter',
    written:
      'No, it still beeps.\n\nOn Mon, 23 Nov 2026 at 10:40, Northlight Help wrote:\n> Hold F12.\n>\n> --\n> Help\n',
    reply: 'No, it still beeps.',
  },
  {
    what: 'has its attribution folded, and in another language',
    written:
      'Nein.\n\nAm Mo., 23. Nov. 2026 um 10:40 Uhr schrieb Northlight Help\n<help@northlight.example>:\n\n> Hold F12.',
    reply: 'Nein.',
  },
  {
    what: 'stands above the divider of another program',
    written:
      'Still dark.\n\n-----Original Message-----\nFrom: Northlight <help@northlight.example>\nSent: Monday\n\nHold F12.',
    reply: 'Still dark.',
  },
  {
    what: 'stands above the divider of another program, in another language',
    written: 'Nein.\n________________________________\nVon: Northlight\nGesendet: 23.11.2026 10:40\n\nHold F12.',
    reply: 'Nein.',
  },
  {
    what: 'has a line drawn around a log',
    written: 'It says:\n--- error log ---\nERROR: disk full\nTime: now\n\nWhat now?',
    reply: 'It says:\n--- error log ---\nERROR: disk full\nTime: now\n\nWhat now?',
  },
  {
    what: 'has a certificate in it',
    written: 'Here it is:\n-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\nIs it right?',
    reply: 'Here it is:\n-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\nIs it right?',
  },
  {
    what: 'is written between the quoted lines',
    written: '> Does a light come on?\nYes, it blinks.\n> How often?\nThree times.',
    reply: '> Does a light come on?\nYes, it blinks.\n> How often?\nThree times.',
  },
  { what: 'is nothing but a quotation', written: '> Hold F12.\n', reply: '> Hold F12.' },
  {
    what: 'has a colon of its own',
    written: 'I see this:\n\nError 0x80\n\nOn 23/11/2026 you wrote:\n> Hold F12.',
    reply: 'I see this:\n\nError 0x80',
  },
  {
    what: 'introduces the quotation itself',
    written: 'I did what you said:\n> Hold F12.',
    reply: 'I did what you said:\n> Hold F12.',
  },
  {
    what: 'ends with what a program of theirs said',
    written: 'It says:\n\n> error 0x80',
    reply: 'It says:\n\n> error 0x80',
  },
  { what: 'is empty', written: '  \n', reply: '' },
];
for (const { what, written, reply } of replies) {
  test(`of a reply that ${what}, all that was written is kept`, () => {
    assert.equal(replyText(written), reply);
  });
}
