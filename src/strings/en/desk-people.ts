/** Who can sign in, and what an admin can do about it. */
export const people = {
  heading: 'Who can sign in',
  link: 'This link sets the password, once, within 24 hours. It is shown only now; give it to them and to nobody else:',
  standing: ({ role, state }: { role: string; state: string }) => `· ${role} · ${state}`,
  signedIn: 'signed in',
  notSignedIn: 'not signed in',
  noPassword: 'has no password yet',
  onlyAdmin: 'You are the only admin: make somebody else one before you go.',
  byAnother: 'Another admin can change your role, or remove you.',
  roleOf: (email: string) => `Role of ${email}`,
  changeRole: (email: string) => `Change the role<hidden> of ${email}</hidden>`,
  newLink: (email: string) => `New link<hidden> for ${email}</hidden>`,
  signOut: (email: string) => `Sign out<hidden> ${email}</hidden>`,
  remove: (email: string) => `Remove<hidden> ${email}</hidden>`,
};

export const addPerson = {
  heading: 'Add somebody',
  email: 'E-mail address',
  name: 'Name',
  role: 'Role',
  roles: {
    agent: 'agent: answers requests',
    writer: 'writer: sees what failed, and no customer',
    admin: 'admin: everything',
  },
  send: 'Add them, and show the link',
};

/** Asked before somebody is removed, which cannot be undone. */
export const removal = {
  heading: (name: string) => `Remove ${name}?`,
  what: (email: string) =>
    `${email} is signed out everywhere at once, and cannot sign in any more. What they did with requests stays, and those that they have stay theirs until somebody takes them over.`,
  remove: 'Yes, remove them',
  keep: 'Keep them',
};

/** What was done. */
export const peopleDone = {
  added: (email: string) => `${email} is added.`,
  role: ({ email, role }: { email: string; role: string }) =>
    `${email} has the role ${role} now, and has to sign in again.`,
  link: (email: string) => `${email} can set a new password.`,
  signedOut: (email: string) => `${email} is signed out everywhere.`,
  removed: (email: string) => `${email} is removed, and signed out. What they did with requests stays.`,
};

/** Why it was not done. */
export const peopleRefused = {
  addedAlready: {
    problem: (email: string) => `${email} is added already.`,
    fix: 'They stand in the list below: give them a new link there, or change their role.',
  },
  gone: {
    problem: (email: string) => `Nobody has the address ${email} any more.`,
    fix: 'Somebody else has removed them: add them again if they should come in.',
  },
  onlyAdmin: {
    problem: (email: string) => `${email} is the only admin: without one nobody can say who signs in.`,
    fix: 'Make somebody else an admin first.',
  },
  yourself: { problem: 'You cannot do this to yourself.', fix: 'Ask another admin, or use npm run agent.' },
};
