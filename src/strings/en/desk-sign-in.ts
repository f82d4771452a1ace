/** The way in. */
export const signIn = {
  title: 'Sign in to the desk',
  left: 'You are signed out in this browser.',
  email: 'E-mail address',
  password: 'Password',
  send: 'Sign in',
  passkey: 'Sign in with a passkey',
  singleSignOn: 'Sign in with your company’s account',
  elsewhere: {
    title: 'On to your company’s sign-in',
    text: 'Your browser goes there by itself. If it does not: <there>sign in there</there>.',
  },
  wait: ({ until, zone, length }: { until: string; zone: string; length: string }) =>
    `Too many wrong passwords were typed, so this cannot be tried again from here until ${until} (${zone}), that is ${length} from now.`,
  cannotWait:
    'Cannot wait? An admin of this site can give you a new link with <command/>, and that works at once. A browser in which you signed in before is not slowed down by what others type.',
  unavailable: {
    problem: 'We cannot look up who you are right now: our database does not answer, and that is our fault.',
    fix: 'Please try again in a minute.',
  },
  refused: {
    problem: 'This address and this password do not belong together, or nobody has this address here.',
    fix: 'Try again, or ask an admin of this site for a new link: <command/>.',
  },
  unreadable: { problem: 'What was sent could not be read.', fix: 'Please type it once more.' },
  providerUnreachable: {
    problem: 'Your company’s sign-in does not answer right now.',
    fix: 'Try again in a minute, or sign in with a password, if you have set one.',
  },
  notAMember: {
    problem: 'Your company’s sign-in did not let you in here, or nobody was added with the address that it gave.',
    fix: 'Ask an admin of this site to add it: <command/>.',
  },
  comingBack: {
    nothingHere: 'There is nothing at this address.',
    unavailable: 'We cannot look up who you are right now. Please try again in a minute.',
    nothingTaken: 'Nothing is taken in here.',
  },
};

/** How long somebody has to wait. */
export const wait = {
  seconds: (seconds: number) => (seconds === 1 ? '1 second' : `${seconds} seconds`),
  minutes: (minutes: number) => `${minutes} minutes`,
};

/** Where a link for a password leads. */
export const password = {
  unavailable: {
    title: 'We cannot look this up right now',
    text: 'Our database does not answer, and that is our fault. Your link still works: please try again in a minute.',
  },
  usedUp: {
    title: 'This link does not work any more',
    why: 'A link sets a password once, within 24 hours, and a newer one takes it back.',
    fix: 'Have you set a password with it? Then <signIn>sign in</signIn>. If not, an admin of this site can give you a new one: <command/>.',
  },
  title: 'Choose your password',
  rules: ({ email, shortest }: { email: string; shortest: number }) =>
    `For <email>${email}</email>. At least ${shortest} characters; a few words in a row are easy to remember and hard to guess. It can be pasted from a password manager.`,
  label: 'New password',
  set: 'Set it and sign in',
  signsOut: 'This signs you out wherever else you are signed in.',
  unreadable: { problem: 'What was sent could not be read.', fix: 'Please type it once more.' },
  notTaken: { problem: 'This password cannot be taken.', fix: 'Choose another one.' },
};
