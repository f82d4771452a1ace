import { z } from 'zod';
import { addMissing, helpDeskVariables } from './help-desk-variables.ts';
import { inboundMailVariables } from './inbound-mail-variables.ts';
import { addMissingOfSingleSignOn, singleSignOnVariables } from './single-sign-on-variables.ts';

export const LOG_LEVELS = ['info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The variables that set up a site and its server. Each message names the variable's own mistake and its mending. */
const Variables = z.object({
  PORT: z
    .string()
    .default('4321')
    .refine((typed) => /^\d{1,5}$/.test(typed) && Number(typed) <= 65_535, {
      error: 'Write a number from 1 to 65535, such as 4321.',
      params: { problem: 'PORT is not the number of a port.' },
    })
    .transform(Number)
    .describe('Port on which the server listens.'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .refine((typed) => /^[A-Za-z0-9._:-]+$/.test(typed), {
      error: 'Write a name or an address without http:// and port, such as 127.0.0.1, or 0.0.0.0 for all of them.',
      params: { problem: 'HOST is not an address on which a server can listen.' },
    })
    .describe('Address on which the server listens.'),
  SITE_URL: z
    .string()
    .optional()
    .refine((typed) => typed === undefined || isWebAddress(typed), {
      error: 'Write the whole address without ? and #, such as https://help.example.com.',
      params: { problem: 'SITE_URL is not the address of a site.' },
    })
    .describe('Address of the site as customers see it; unset: the address of the server itself.'),
  CONTENT_DIR: z.string().default('content').describe('Folder that holds site.yaml, products and articles.'),
  DATABASE_URL: z
    .string()
    .default('file:data/handrail.db')
    .superRefine((typed, context) => {
      const mistake = databaseMistake(typed);
      if (mistake) {
        context.addIssue({ code: 'custom', message: mistake.fix, params: { problem: mistake.problem } });
      }
    })
    .transform((typed) =>
      typed.startsWith('file:')
        ? { kind: 'sqlite' as const, path: typed.slice('file:'.length) }
        : { kind: 'postgres' as const, url: typed },
    )
    .describe('Where votes and escalations are kept: file: and a path, or the address of a PostgreSQL database.'),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((typed) => typed.split(',').flatMap((word) => word.trim() || []))
    .refine((words) => words.every(isAddressOrNetwork), {
      error: 'Write addresses or networks with commas between, such as 10.0.0.5, 10.1.0.0/16, or loopback.',
      params: { problem: 'TRUSTED_PROXIES names something that is neither an address nor a network.' },
    })
    .describe('Proxies of yours whose X-Forwarded-For is believed; loopback: those on this machine.'),
  LIMITS: z
    .enum(['on', 'off'], 'Write on or off.')
    .default('on')
    .describe('off: nobody is asked to wait, however much they send; for measuring only.'),
  HANDRAIL_SECRET: z
    .string()
    .optional()
    .refine((typed) => typed === undefined || typed.length >= 32, {
      error: 'Use at least 32 random characters (openssl rand -hex 32), or leave it out to have one made and kept.',
      params: { problem: 'HANDRAIL_SECRET is too short to keep status pages private.' },
    })
    .describe('From this the private addresses of status pages are made.'),
  PUBLIC_API_URL: z
    .string()
    .optional()
    .refine((typed) => typed === undefined || typed === 'none' || isWebAddress(typed), {
      error: 'Write the whole address, such as https://api.example.com, or none for a site without a server.',
      params: { problem: 'PUBLIC_API_URL is not the address of a server.' },
    })
    .describe('Address of the server where the pages are served from elsewhere; none: no server at all.'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, 'Write info, warn or error.')
    .default('info')
    .describe('How urgent an event has to be to be logged: info (all of them), warn or error.'),
  CHROMIUM_PATH: z.string().optional().describe('Program of the browser in which clips are drawn.'),
  ...helpDeskVariables,
  ...inboundMailVariables,
  ...singleSignOnVariables,
});

export const Environment = Variables.refine(({ PORT, SITE_URL }) => PORT !== 0 || SITE_URL !== undefined, {
  path: ['PORT'],
  error: 'Set SITE_URL to the address that customers use, or PORT to a number from 1 to 65535, such as 4321.',
  params: { problem: 'With PORT=0 any free port is taken, so nobody knows the address of the site beforehand.' },
})
  .refine(({ DATABASE_URL, HANDRAIL_SECRET }) => DATABASE_URL.kind !== 'postgres' || HANDRAIL_SECRET !== undefined, {
    path: ['HANDRAIL_SECRET'],
    error: 'Make one (openssl rand -hex 32), and give the same one to every server that uses this database.',
    params: { problem: 'With PostgreSQL there may be several servers, and each would make a secret of its own.' },
  })
  .superRefine(addMissing)
  .superRefine(addMissingOfSingleSignOn);
export type Environment = z.infer<typeof Environment>;

function isWebAddress(typed: string): boolean {
  const url = URL.parse(typed);
  return url !== null && /^https?:$/.test(url.protocol) && url.search + url.hash + url.username + url.password === '';
}

/** The word `loopback` stands for every address of this machine. */
function isAddressOrNetwork(word: string): boolean {
  if (word === 'loopback') return true;
  return [z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()].some((shape) => shape.safeParse(word).success);
}

function databaseMistake(typed: string): { problem: string; fix: string } | undefined {
  if (/^postgres(ql)?:/.test(typed)) {
    if ((URL.parse(typed)?.pathname ?? '').length > 1) return undefined;
    return {
      problem: 'DATABASE_URL does not name a PostgreSQL database.',
      fix: 'Write its whole address, such as postgres://handrail:password@db.example.com/handrail; in the password write %40 for @.',
    };
  }
  if (!typed.startsWith('file:')) {
    return {
      problem: 'DATABASE_URL does not say what kind of database it is.',
      fix: 'Begin it with file: and the path of a file, such as file:data/handrail.db, or with postgres://.',
    };
  }
  if (/^file:(\/\/.*|.*[/\\]|.*[?#].*|:memory:|)$/.test(typed)) {
    return {
      problem: 'DATABASE_URL does not name a file.',
      fix: 'Write file: and the path of the file, such as file:data/handrail.db or file:/var/lib/handrail/handrail.db.',
    };
  }
  return undefined;
}
