import type { Member } from '../../schema/member.ts';

/** Whether nobody else can say who signs in: without this member the desk has no admin. */
export function isLastAdmin(members: readonly Pick<Member, 'email' | 'role'>[], email: string): boolean {
  const admins = members.filter(({ role }) => role === 'admin');
  return admins.length === 1 && admins[0]?.email === email;
}
