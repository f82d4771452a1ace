import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { didYouMean } from '../errors/did-you-mean.ts';
import type { UserError } from '../errors/user-error.ts';
import { MemberEmail, Role, ROLES } from '../schema/member.ts';
import { WrongWords } from './wrong-words.ts';

export type AgentWanted =
  | { kind: 'list' }
  | { kind: 'add'; email: string; role: Role; name: string }
  | { kind: 'role'; email: string; role: Role; sure: boolean }
  | { kind: 'remove'; email: string; sure: boolean }
  | { kind: 'reset' | 'end-sessions'; email: string };

const COMMANDS = ['add', 'list', 'role', 'reset', 'end-sessions', 'remove'] as const;
type Command = (typeof COMMANDS)[number];

const EXAMPLES: Readonly<Record<Command, string>> = {
  add: 'npm run agent -- add jo@example.com --role agent --name "Jo Doe"',
  list: 'npm run agent -- list',
  role: 'npm run agent -- role jo@example.com --role writer',
  reset: 'npm run agent -- reset jo@example.com',
  'end-sessions': 'npm run agent -- end-sessions jo@example.com',
  remove: 'npm run agent -- remove jo@example.com',
};
const OPTIONS: ParseArgsOptionsConfig = {
  role: { type: 'string' },
  name: { type: 'string' },
  yes: { type: 'boolean' },
};
const ALLOWED: Readonly<Record<Command, readonly string[]>> = {
  add: ['role', 'name'],
  list: [],
  role: ['role', 'yes'],
  reset: [],
  'end-sessions': [],
  remove: ['yes'],
};

/** Reads the words behind `npm run agent --`. Throws `WrongWords`, all of them, where they say nothing that can be done. */
export function readAgentWords(words: readonly string[]): AgentWanted {
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: OPTIONS,
    strict: false,
    tokens: true,
  });
  const [typed = 'list', address, ...rest] = positionals;
  const command = COMMANDS.find((each) => each === typed);
  if (!command) {
    const fix = `${didYouMean(typed, COMMANDS)}Write ${COMMANDS.join(', ')}, such as ${EXAMPLES.add}.`;
    throw nothingDone([mistake(typed, `There is nothing called "${typed}" to do.`, fix)]);
  }
  const example = `Write ${EXAMPLES[command]}.`;
  const allowed = ALLOWED[command];
  const mistakes = tokens.flatMap((token) =>
    token.kind === 'option' && !allowed.includes(token.name)
      ? [mistake(token.rawName, `${command} has no option ${token.rawName}.`, example)]
      : [],
  );
  const extra = command === 'list' ? address : rest[0];
  if (extra !== undefined) mistakes.push(mistake(extra, `"${extra}" is one word too many.`, example));
  if (command === 'list') {
    if (mistakes.length > 0) throw nothingDone(mistakes);
    return { kind: 'list' };
  }
  const email = MemberEmail.safeParse(address ?? '');
  if (!email.success) {
    const problem =
      address === undefined ? `${command} needs an e-mail address.` : `"${address}" is no e-mail address.`;
    mistakes.push(mistake(address ?? command, problem, example));
  }
  const role = Role.safeParse(values['role']);
  if (allowed.includes('role') && !role.success) mistakes.push(roleMistake(values['role'], example));
  const name = typeof values['name'] === 'string' ? values['name'].trim() : '';
  if (name.length > 120) mistakes.push(mistake('--name', 'This name is longer than 120 characters.', 'Shorten it.'));
  if (mistakes.length > 0 || !email.success) throw nothingDone(mistakes);
  if (command === 'add' && role.success) {
    const beforeTheAt = email.data.split('@')[0] ?? email.data;
    return { kind: 'add', email: email.data, role: role.data, name: name || beforeTheAt };
  }
  const sure = values['yes'] === true;
  if (command === 'role' && role.success) return { kind: 'role', email: email.data, role: role.data, sure };
  if (command === 'remove') return { kind: 'remove', email: email.data, sure };
  return { kind: command as 'reset' | 'end-sessions', email: email.data };
}

function roleMistake(typed: unknown, example: string): UserError {
  if (typeof typed !== 'string' || typed === '') return mistake('--role', 'It needs a role.', example);
  return mistake('--role', `"${typed}" is not a role.`, `${didYouMean(typed, ROLES)}Write agent, writer or admin.`);
}

export function mistake(field: string, problem: string, fix: string): UserError {
  return { problem, where: { file: 'npm run agent', field }, fix };
}

function nothingDone(mistakes: readonly UserError[]): WrongWords {
  return new WrongWords('Nothing was done.', mistakes);
}
