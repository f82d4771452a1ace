import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAgentWords } from '../../../src/cli/agent-words.ts';
import { Mistakes } from '../../../src/errors/user-error.ts';

test('without words, everybody who can sign in is listed', () => {
  assert.deepEqual(readAgentWords([]), { kind: 'list' });
});

test('somebody is added with a role, and named after the address where no name is given', () => {
  const wanted = [
    readAgentWords(['add', ' Jo@Example.com', '--role', 'agent']),
    readAgentWords(['add', 'jo@example.com', '--role', 'admin', '--name', 'Jo Doe']),
  ];

  assert.deepEqual(wanted, [
    { kind: 'add', email: 'jo@example.com', role: 'agent', name: 'jo' },
    { kind: 'add', email: 'jo@example.com', role: 'admin', name: 'Jo Doe' },
  ]);
});

test('every other command takes one address', () => {
  const wanted = [
    readAgentWords(['role', 'jo@example.com', '--role', 'writer']),
    readAgentWords(['reset', 'jo@example.com']),
    readAgentWords(['end-sessions', 'jo@example.com']),
    readAgentWords(['remove', 'jo@example.com']),
    readAgentWords(['remove', 'jo@example.com', '--yes']),
  ];

  assert.deepEqual(wanted, [
    { kind: 'role', email: 'jo@example.com', role: 'writer', sure: false },
    { kind: 'reset', email: 'jo@example.com' },
    { kind: 'end-sessions', email: 'jo@example.com' },
    { kind: 'remove', email: 'jo@example.com', sure: false },
    { kind: 'remove', email: 'jo@example.com', sure: true },
  ]);
});

test('all that is wrong is said at once, each with what to write', () => {
  const said = sayingOf(['add', 'jo', '--role', 'agnet', '--admin']);

  assert.match(said, /add has no option --admin\.\nWrite npm run agent -- add jo@example\.com --role agent/);
  assert.match(said, /"jo" is no e-mail address\./);
  assert.match(said, /"agnet" is not a role\.\nDid you mean "agent"\? Write agent, writer or admin\./);
});

test('a command that nobody knows is taken for the nearest, and does nothing', () => {
  assert.match(sayingOf(['rmeove', 'jo@example.com']), /Nothing was done\.[\s\S]*Did you mean "remove"\?/);
});

test('a word too many, a missing address and a missing role are mistakes', () => {
  assert.match(sayingOf(['reset', 'jo@example.com', 'kim@example.com']), /"kim@example\.com" is one word too many/);
  assert.match(sayingOf(['remove']), /remove needs an e-mail address/);
  assert.match(sayingOf(['role', 'jo@example.com']), /It needs a role/);
});

function sayingOf(words: readonly string[]): string {
  try {
    readAgentWords(words);
  } catch (error) {
    assert.ok(error instanceof Mistakes);
    return error.message;
  }
  throw new assert.AssertionError({ message: 'These words were taken.' });
}
