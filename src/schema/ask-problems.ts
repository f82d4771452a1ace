import { isKeepable, isMailAddress, isOneLine, isPhoneNumber, MAX_LENGTHS, saysSomething } from './ask-rules.ts';

export type AskField = keyof typeof MAX_LENGTHS;
export type AskProblem =
  | 'This has characters in it that cannot be kept.'
  | 'Your name is too long.'
  | 'Your name is empty.'
  | 'Your e-mail address is too long.'
  | 'Your e-mail address is empty.'
  | 'This does not look like an e-mail address.'
  | 'Your phone number is too long.'
  | 'Your phone number is empty.'
  | 'This does not look like a phone number.'
  | 'Your good time for a call is too long.'
  | 'Your good time for a call is empty.'
  | 'Your message is too long.'
  | 'This has a character in it that cannot be kept.'
  | 'Your message is empty.'
  | 'Your message is missing.'
  | 'Your name is missing.'
  | 'We have no address to answer to.'
  | 'We have no number to call.';

type Rule = readonly [isKept: (typed: string) => boolean, otherwise: AskProblem];

const ONE_LINE: Rule = [isOneLine, 'This has characters in it that cannot be kept.'];

/** For each field what it may not be longer than, and what else it has to be, in the order of the schema. */
const RULES: Record<AskField, { tooLong: AskProblem; others: readonly Rule[] }> = {
  name: { tooLong: 'Your name is too long.', others: [[saysSomething, 'Your name is empty.'], ONE_LINE] },
  email: {
    tooLong: 'Your e-mail address is too long.',
    others: [
      [saysSomething, 'Your e-mail address is empty.'],
      ONE_LINE,
      [isMailAddress, 'This does not look like an e-mail address.'],
    ],
  },
  phone: {
    tooLong: 'Your phone number is too long.',
    others: [
      [saysSomething, 'Your phone number is empty.'],
      ONE_LINE,
      [isPhoneNumber, 'This does not look like a phone number.'],
    ],
  },
  goodTime: {
    tooLong: 'Your good time for a call is too long.',
    others: [[saysSomething, 'Your good time for a call is empty.'], ONE_LINE],
  },
  message: {
    tooLong: 'Your message is too long.',
    others: [
      [isKeepable, 'This has a character in it that cannot be kept.'],
      [saysSomething, 'Your message is empty.'],
    ],
  },
};

/**
 * What the shape in escalation.ts would find wrong with what was typed, told apart by the problem that it names, and
 * without zod. A field with nothing in it is none, as on its way to the server.
 */
export function askProblems(typed: Partial<Record<AskField | 'channel', string>>) {
  return FIELDS.flatMap((field) => {
    const value = typed[field];
    const problems = value ? wrongWith(field, value) : missing(field, typed.channel);
    return problems.map((problem) => ({ field, problem }));
  });
}

const FIELDS = ['name', 'email', 'phone', 'goodTime', 'message'] as const;

function wrongWith(field: AskField, typed: string): AskProblem[] {
  const { tooLong, others } = RULES[field];
  // A message is kept as it is, the others without blanks around them.
  const kept = field === 'message' ? typed : typed.trim();
  if (kept.length > MAX_LENGTHS[field]) return [tooLong];
  return others.filter(([isKept]) => !isKept(kept)).map(([, otherwise]) => otherwise);
}

function missing(field: AskField, channel: string | undefined): AskProblem[] {
  switch (field) {
    case 'message':
      return ['Your message is missing.'];
    case 'name':
      return ['Your name is missing.'];
    case 'email':
      return channel === 'email' ? ['We have no address to answer to.'] : [];
    case 'phone':
      return channel === 'call-back' ? ['We have no number to call.'] : [];
    case 'goodTime':
      return [];
  }
}
