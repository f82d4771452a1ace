import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inNewTicket } from '../../../src/server/follow-up-of.ts';
import { followUp, MARK, message, NAME, SIGNED, TEXTS } from '../../fixtures/follow-ups.ts';

test('what goes on in a new ticket names the old one, and has a reference of its own', () => {
  const { reference, subject, text, fields } = inNewTicket(message, { id: '100', url: 'https://desk.example/t/100' });
  const alone = inNewTicket(message, undefined);

  assert.equal(reference, MARK);
  assert.equal(subject, '[7K3F-9Q2M/9c1f03ab] It beeps & stays dark.');
  assert.equal(fields.reference, '7K3F-9Q2M');
  assert.equal(
    text,
    'This goes on with 7K3F-9Q2M. Its ticket here takes nothing more, or is no ticket of this desk: ' +
      `https://desk.example/t/100\n\n${TEXTS.message}`,
  );
  assert.match(alone.text, /^This goes on with 7K3F-9Q2M, of which this desk has no ticket\.\n\n<i>Still/);
});

test('a request that is opened again without a word says just that', () => {
  const { text } = followUp({ kind: 'reopened' });

  assert.equal(text, `${NAME} says that it is not mended, and has opened it again.\n\n${SIGNED}`);
});

test('no promise is named where nobody has to answer any more', () => {
  const { text } = followUp({ kind: 'mended' }, 'mended');

  assert.doesNotMatch(text, /We promised/);
});
