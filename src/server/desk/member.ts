export const ROLES = ['agent', 'writer', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Somebody of the team who is signed in. */
export type Member = {
  id: string;
  email: string;
  name: string;
  role: Role;
  sessionId: string;
};
