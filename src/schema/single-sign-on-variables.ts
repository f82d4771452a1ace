import { z } from 'zod';

const NAMES = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** The variables by which members may sign in with the account that they have in their company. */
export const singleSignOnVariables = {
  OIDC_ISSUER: z
    .string()
    .optional()
    .refine((typed) => typed === undefined || isIssuer(typed), {
      error:
        'Write its whole address, such as https://login.example.com/realms/staff; plain http only on this machine.',
      params: { problem: 'OIDC_ISSUER is not the address of a provider of OpenID Connect.' },
    })
    .describe('Provider of OpenID Connect; below it lies /.well-known/openid-configuration.'),
  OIDC_CLIENT_ID: z.string().optional().describe('Name under which the provider knows this site.'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('Secret that the provider gave for that name.'),
};

/** Adds an issue for each of the three that is missing while another is set. */
export function addMissingOfSingleSignOn(
  set: Readonly<Partial<Record<(typeof NAMES)[number], string | undefined>>>,
  context: z.core.$RefinementCtx,
): void {
  const present = NAMES.find((name) => set[name] !== undefined);
  if (present === undefined) return;
  for (const name of NAMES.filter((each) => set[each] === undefined)) {
    const problem = `${present} is set, but ${name}, without which nobody can sign in there, is not.`;
    const message = `Set it: ${singleSignOnVariables[name].description ?? ''}`;
    context.addIssue({ code: 'custom', path: [name], message, params: { problem } });
  }
}

/** Tokens and secrets go there, so only a loopback address may be reached without encryption. */
function isIssuer(typed: string): boolean {
  const url = URL.parse(typed);
  if (!url || url.search + url.hash + url.username + url.password !== '') return false;
  return (
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname))
  );
}
