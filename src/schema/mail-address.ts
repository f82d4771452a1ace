import { z } from 'zod';

/** The address of one mailbox in a setting called `name`. */
export function mailAddress(name: string) {
  return z.string().refine((typed) => /^[^\s@,;:<>()[\]\\"]+@[^\s@,;:<>()[\]\\"]+$/.test(typed), {
    error: 'Write one address and nothing else, such as help@example.com.',
    params: { problem: `${name} is not an e-mail address.` },
  });
}
