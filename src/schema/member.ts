import { z } from 'zod';

/** What somebody may do at the desk. */
export const ROLES = ['agent', 'writer', 'admin'] as const;
export const Role = z
  .enum(ROLES, 'Write agent, writer or admin.')
  .describe('agent: answers requests; writer: sees insights and incidents, and no customers; admin: everything.');
export type Role = z.infer<typeof Role>;

export const MemberEmail = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'Write an address of at most 254 characters.')
  .pipe(z.email('Write a whole address, such as jo@example.com.'))
  .describe('Address by which somebody signs in; upper and lower case are the same.');

/** Somebody who may sign in. */
export const Member = z.object({
  id: z.string().describe('Made here; never changes.'),
  email: MemberEmail,
  name: z.string().trim().min(1).max(120).describe('As colleagues and customers see it.'),
  role: Role,
});
export type Member = z.infer<typeof Member>;

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 256;

/** No rules about digits and signs: length is what counts, and any text may be pasted (NIST SP 800-63B, 3.1.1.2). */
export const Password = z
  .string()
  .refine((typed) => typed.length >= SHORTEST_PASSWORD, {
    error: `Use at least ${SHORTEST_PASSWORD} characters; a few words in a row will do.`,
    params: { problem: 'This password is too short to keep others out.' },
  })
  .refine((typed) => typed.length <= LONGEST_PASSWORD, {
    error: `Use at most ${LONGEST_PASSWORD} characters.`,
    params: { problem: 'This password is longer than can be kept.' },
  })
  .describe('Taken as it is typed, spaces too.');
