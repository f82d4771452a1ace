const writeName = 'Write the name by which we should address you.';
const writeMessage = 'Tell us in a sentence or two what happens and what you need.';

/**
 * What is wrong with a field that a reader filled in, and what to do, under the sentence in which src/schema says it: on
 * the server, and in the browser before anything is sent. The sentences themselves stand there, so that programs are told the same; here is what another language makes of them.
 */
export const fields = {
  'Your name is missing.': { problem: 'Your name is missing.', fix: writeName },
  'Your name is empty.': { problem: 'Your name is empty.', fix: writeName },
  'Your name is too long.': { problem: 'Your name is too long.', fix: 'At most 200 characters.' },
  'Your e-mail address is empty.': {
    problem: 'Your e-mail address is empty.',
    fix: 'Needed for an answer by e-mail.',
  },
  'Your e-mail address is too long.': { problem: 'Your e-mail address is too long.', fix: 'At most 254 characters.' },
  'This does not look like an e-mail address.': {
    problem: 'This does not look like an e-mail address.',
    fix: 'Write one address, such as name@example.com.',
  },
  'We have no address to answer to.': {
    problem: 'We have no address to answer to.',
    fix: 'Write your e-mail address, or choose a call-back.',
  },
  'Your phone number is empty.': { problem: 'Your phone number is empty.', fix: 'Needed for a call-back.' },
  'Your phone number is too long.': { problem: 'Your phone number is too long.', fix: 'At most 60 characters.' },
  'This does not look like a phone number.': {
    problem: 'This does not look like a phone number.',
    fix: 'Write the whole number with its area code, such as +44 1632 960150.',
  },
  'We have no number to call.': {
    problem: 'We have no number to call.',
    fix: 'Write your phone number, or choose an answer by e-mail.',
  },
  'Your good time for a call is empty.': {
    problem: 'Your good time for a call is empty.',
    fix: 'Say when a call suits you, or leave this empty.',
  },
  'Your good time for a call is too long.': {
    problem: 'Your good time for a call is too long.',
    fix: 'At most 200 characters.',
  },
  'Your message is missing.': { problem: 'Your message is missing.', fix: writeMessage },
  'Your message is empty.': { problem: 'Your message is empty.', fix: writeMessage },
  'Your message is too long.': { problem: 'Your message is too long.', fix: 'At most 120000 characters.' },
  'Your comment is too long.': { problem: 'Your comment is too long.', fix: 'At most 120000 characters.' },
  'There is nothing in it yet.': {
    problem: 'There is nothing in it yet.',
    fix: 'Write what you want to say in a sentence or two.',
  },
  'This has characters in it that cannot be kept.': {
    problem: 'This has characters in it that cannot be kept.',
    fix: 'Write it on one line, without tabs or other invisible characters.',
  },
  'This has a character in it that cannot be kept.': {
    problem: 'This has a character in it that cannot be kept.',
    fix: 'Take out the NUL character (code 0) and send it again.',
  },
};
