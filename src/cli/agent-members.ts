import { randomUUID } from 'node:crypto';
import { Mistakes } from '../errors/user-error.ts';
import type { Member } from '../schema/member.ts';
import { isLastAdmin } from '../server/sign-in/last-admin.ts';
import type { ListedMember, Members } from '../server/sign-in/members.ts';
import type { SignIn } from '../server/sign-in/sign-in.ts';
import { mistake, type AgentWanted } from './agent-words.ts';
import { inColumns } from './in-columns.ts';

type Managing = {
  store: Members;
  signIn: Pick<SignIn, 'makeLink' | 'letTryAgain'>;
  serverUrl: string;
  hasSingleSignOn: boolean;
  /** Nothing says that the server is at `serverUrl`. */
  isAddressAssumed: boolean;
};

/** Does what was asked for, and says so. Throws `Mistakes` where there is nobody to do it with. */
export async function manageMembers(wanted: AgentWanted, managing: Managing, now: Temporal.Instant): Promise<string> {
  const { store, signIn } = managing;
  switch (wanted.kind) {
    case 'list':
      return list(await store.listMembers(now));
    case 'add': {
      const { kind: _, ...typed } = wanted;
      const member: Member = { id: randomUUID(), ...typed };
      if (!(await store.addMember(member, now))) throw taken(wanted.email);
      const link = await signIn.makeLink(member.id, now);
      return [`${member.email} is added, as ${member.role}. ${linkWords(link, managing)}`, ...others(managing)].join(
        '\n',
      );
    }
    case 'role': {
      const { id, email } = await known(store, wanted.email);
      if (wanted.role !== 'admin') await checkAdminStays(store, wanted, now);
      await store.setRole(id, wanted.role, now);
      return `${email} has the role ${wanted.role} now, and has to sign in again.`;
    }
    case 'reset': {
      const { id, email } = await known(store, wanted.email);
      await signIn.letTryAgain(email);
      const link = await signIn.makeLink(id, now);
      return `${email} can try again at once, or set another password. ${linkWords(link, managing)}`;
    }
    case 'end-sessions': {
      const { id, email } = await known(store, wanted.email);
      const count = await store.endSessions(id);
      if (count === 0) return `${email} was not signed in anywhere.`;
      return `${email} is signed out, in ${count === 1 ? 'the one browser' : `all ${count} browsers`} there was.`;
    }
    case 'remove': {
      const { id, email } = await known(store, wanted.email);
      await checkAdminStays(store, wanted, now);
      await store.removeMember(id);
      return `${email} is removed, and signed out. What they did with requests stays.`;
    }
  }
}

function linkWords(token: string, { serverUrl, isAddressAssumed }: Managing): string {
  const elsewhere = `\nThis link is for ${serverUrl}: run the command with the settings of the server if that is not its address.`;
  return [
    'Whoever opens this link sets the password, so give it to nobody else.',
    'It works once, within 24 hours; a newer one takes it back.',
    `\n  ${serverUrl}/desk/sign-in/password/${token}/`,
    ...(isAddressAssumed ? [elsewhere] : []),
  ].join('\n');
}

function others({ hasSingleSignOn }: Managing): string[] {
  return hasSingleSignOn ? ['\nThey can also sign in with the account of the company, without a password.'] : [];
}

function list(members: readonly ListedMember[]): string {
  if (members.length === 0) {
    return 'Nobody can sign in to the desk yet. Add the first one: npm run agent -- add jo@example.com --role admin';
  }
  return inColumns(members.map((member) => [member.email, member.role, member.name, stateOf(member)]));
}

function stateOf({ hasPassword, hasSingleSignOn, sessions }: ListedMember): string {
  if (sessions > 0) return sessions === 1 ? 'signed in' : `signed in, in ${sessions} browsers`;
  if (hasPassword || hasSingleSignOn) return 'not signed in';
  return 'has no password yet (npm run agent -- reset gives a new link)';
}

async function known(store: Members, email: string): Promise<Member> {
  const member = await store.memberByEmail(email);
  if (member) return member;
  const fix = 'See who can sign in with npm run agent -- list, or add somebody with npm run agent -- add.';
  throw new Mistakes('Nothing was done.', [mistake(email, `Nobody with the address ${email} can sign in.`, fix)]);
}

/** Throws `Mistakes` where the desk would be left without an admin, unless that is meant. */
async function checkAdminStays(
  store: Members,
  { email, sure }: { email: string; sure: boolean },
  now: Temporal.Instant,
): Promise<void> {
  if (sure || !isLastAdmin(await store.listMembers(now), email)) return;
  const problem = `${email} is the only admin: without one nobody can say at the desk who signs in.`;
  const fix =
    'Make somebody else an admin first: npm run agent -- role kim@example.com --role admin. If it is meant so, add --yes.';
  throw new Mistakes('Nothing was done.', [mistake(email, problem, fix)]);
}

function taken(email: string): Mistakes {
  const fix = `Give a new link with npm run agent -- reset ${email}, or another role with npm run agent -- role ${email} --role …`;
  return new Mistakes('Nothing was done.', [mistake(email, `${email} is added already.`, fix)]);
}
