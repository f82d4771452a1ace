import { z } from 'zod';

/** The variables that set up a server. An empty one counts as unset. */
export const Environment = z.object({
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(4321)
    .describe('Port on which the server listens.'),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/)
    .default('127.0.0.1')
    .describe('Address on which the server listens; 0.0.0.0 is every one that the machine has.'),
  SITE_URL: webAddress()
    .optional()
    .describe('Address of the site as customers see it; unset: the server’s own address.'),
  CONTENT_DIR: z.string().default('content').describe('Folder that holds site.yaml and articles.'),
  DATABASE_URL: z
    .string()
    .default('file:data/handrail.db')
    .describe('Where votes and escalations are kept: file:<path>.'),
  HANDRAIL_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe('At least 32 random characters from which status links are made; unset: made and kept beside the database.'),
  PUBLIC_API_URL: z
    .union([z.literal('none'), webAddress()])
    .optional()
    .describe('Address of the server when the pages are elsewhere; none: there is no server at all.'),
});

function webAddress() {
  return z.string();
}
