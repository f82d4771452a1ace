import { z } from 'zod';

/** Lower-case words joined by hyphens; also the shape of a slug, which stands in addresses for ever. */
export const Identifier = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Use lower-case letters, digits and single hyphens, such as "restore-a-file".');

/** A version's id as it stands in addresses: "5", "4.2", "10.0.3-beta". */
export const VersionId = z
  .string()
  .regex(/^[0-9][0-9A-Za-z.-]*$/, 'A version starts with a digit, such as "4.2". In YAML put it in quotes.');

/** A day as YYYY-MM-DD. YAML hands an unquoted date over as text here, because the reader is told not to guess. */
export const Day = z.iso.date('Write a day that exists as YYYY-MM-DD, such as 2026-10-01.');
