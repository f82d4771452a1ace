import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Member, MemberEmail, Role } from '../../schema/member.ts';
import type { RequestError } from '../../schema/request-error.ts';
import type { App } from '../app.ts';
import { one, type Form } from '../requests/form.ts';
import { requestErrors } from '../requests/outcome.ts';
import { roles } from '../../strings/en/desk.ts';
import { peopleDone, peopleRefused } from '../../strings/en/desk-people.ts';
import { isLastAdmin } from './last-admin.ts';

const Act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('add'), email: MemberEmail, role: Role, name: Member.shape.name.optional() }),
  z.object({ act: z.literal('role'), email: MemberEmail, role: Role }),
  z.object({ act: z.enum(['link', 'end-sessions', 'remove', 'surely-remove']), email: MemberEmail }),
]);

/** `ask`: nothing was done yet, because it cannot be undone; `surely-remove` does it. */
export type PeopleOutcome =
  | { kind: 'done'; said: string; link?: string }
  | { kind: 'ask'; member: Member }
  | { kind: 'again'; status: 409 | 422; errors: RequestError[] };

/** What an admin does with members, as `npm run agent` does it; nobody gives up their own place by mistake. */
export async function postPeople(
  form: Form,
  { store, signIn, serverUrl }: Pick<App, 'store' | 'signIn' | 'serverUrl'>,
  self: Pick<Member, 'email'>,
  now: Temporal.Instant,
): Promise<PeopleOutcome> {
  const typed = Object.fromEntries(
    ['act', 'email', 'role', 'name'].flatMap((field) => (one(form, field) ? [[field, one(form, field)]] : [])),
  );
  const read = Act.safeParse(typed);
  if (!read.success) return { kind: 'again', status: 422, errors: requestErrors(read.error, Act) };
  const asked = read.data;
  const { email } = asked;
  const linkFor = async (id: string) =>
    `${serverUrl}/desk/sign-in/password/${await (await signIn()).makeLink(id, now)}/`;
  if (asked.act === 'add') {
    const member: Member = {
      id: randomUUID(),
      email,
      role: asked.role,
      name: asked.name ?? email.split('@')[0] ?? email,
    };
    if (!(await store.addMember(member, now))) {
      return refused(409, peopleRefused.addedAlready.problem(email), peopleRefused.addedAlready.fix);
    }
    return { kind: 'done', said: peopleDone.added(email), link: await linkFor(member.id) };
  }
  const member = await store.memberByEmail(email);
  if (!member) return refused(409, peopleRefused.gone.problem(email), peopleRefused.gone.fix);
  const isToGo = asked.act === 'remove' || asked.act === 'surely-remove';
  const leaves = isToGo || (asked.act === 'role' && asked.role !== 'admin');
  if (leaves && isLastAdmin(await store.listMembers(now), email)) {
    return refused(422, peopleRefused.onlyAdmin.problem(email), peopleRefused.onlyAdmin.fix);
  }
  if (email === self.email && (asked.act === 'role' || isToGo)) {
    return refused(422, peopleRefused.yourself.problem, peopleRefused.yourself.fix);
  }
  switch (asked.act) {
    case 'role':
      await store.setRole(member.id, asked.role, now);
      return { kind: 'done', said: peopleDone.role({ email, role: roles[asked.role] }) };
    case 'link':
      await (await signIn()).letTryAgain(email);
      return { kind: 'done', said: peopleDone.link(email), link: await linkFor(member.id) };
    case 'end-sessions':
      await store.endSessions(member.id);
      return { kind: 'done', said: peopleDone.signedOut(email) };
    case 'remove':
      return { kind: 'ask', member };
    case 'surely-remove':
      await store.removeMember(member.id);
      return { kind: 'done', said: peopleDone.removed(email) };
  }
}

function refused(status: 409 | 422, problem: string, fix: string): PeopleOutcome {
  return { kind: 'again', status, errors: [{ field: 'email', problem, fix }] };
}
