/** Where somebody is signed in. */
export const sessions = {
  heading: 'Where you are signed in',
  as: ({ name, email, role }: { name: string; email: string; role: string }) =>
    `As ${name}, ${email}, with the role ${role}. A session ends after 12 hours in which you did nothing, and after 7 days in any case.`,
  thisOne: '<browser/> (this one)',
  silentBrowser: 'A browser that does not say what it is',
  used: 'Signed in <begun/>; last used <used/>',
  endHere: 'Sign out here',
  end: 'Sign it out',
  endOthers: 'Sign out everywhere but here',
  notYours:
    'Do you see one that is not yours? End or remove it, then ask an admin of this site for a link for a new password. Setting one ends every session, and removes every passkey.',
};

/** Ways in without a password. */
export const passkeys = {
  yours: 'Your passkeys',
  whatFor: 'Each of them signs you in without a password. Remove those of devices that you no longer have.',
  used: 'Added <added/>; last used <used/>',
  notUsed: 'Added <added/>; not used yet',
  remove: 'Remove it',
  heading: 'Passkeys',
  explained:
    'A passkey signs you in with the fingerprint, face or PIN of a device, and no password. One can be added within an hour of signing in.',
  add: 'Add a passkey',
  /** What a passkey is called that came from another device than this one. */
  phoneOrKey: (browser: string) => `A phone or key, added in ${browser}`,
};

/** What was wrong with a passkey, and what to do. */
export const passkeyRefused = {
  notHere: { problem: 'There are no passkeys at this address.', fix: 'Sign in with your password.' },
  unreadable: { problem: 'What your browser sent could not be read.', fix: 'Try again, or use your password.' },
  wait: {
    problem: 'Too many tries failed.',
    fix: (length: string) => `Try again in ${length}, or ask an admin for a new link.`,
  },
  unknown: {
    problem: 'This passkey does not open this desk: it was removed, or took longer than five minutes.',
    fix: 'Try again, or sign in with your password.',
  },
  notAdded: {
    problem: 'This passkey could not be added: it is there already, or took longer than five minutes.',
    fix: 'Try again.',
  },
  signInAgain: {
    problem: 'You signed in more than an hour ago.',
    fix: 'Sign out here and in again, then add it.',
  },
  tooMany: { problem: 'You have ten passkeys already.', fix: 'Remove one first.' },
  unavailable: { problem: 'Our database does not answer, and that is our fault.', fix: 'Try again in a minute.' },
};
