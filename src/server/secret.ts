import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Mistakes } from '../errors/user-error.ts';
import type { Settings } from './settings.ts';

/**
 * The secret from which private addresses are made: HANDRAIL_SECRET, or the one in the file `secret` beside the
 * database, which is made on the first start. Throws `Mistakes` where that file is damaged or cannot be made.
 */
export async function readSecret({ secret, database }: Pick<Settings, 'secret' | 'database'>): Promise<Buffer> {
  if (secret !== undefined) return Buffer.from(secret, 'utf8');
  if (database.kind !== 'sqlite') throw new Error('A secret beside a database needs a database in a file.');
  const file = join(dirname(database.path), 'secret');
  const kept = (await readIfThere(file)) ?? (await make(file));
  if (!/^[0-9a-f]{64}\s*$/.test(kept)) throw new Mistakes('The secret cannot be read.', [damaged(file)]);
  return Buffer.from(kept.trim(), 'hex');
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Mistakes('The secret cannot be read.', [unreadable(file, error)]);
  }
}

/** Written in full under another name and then linked: whoever comes second finds the whole file and uses that one. */
async function make(file: string): Promise<string> {
  const secret = `${randomBytes(32).toString('hex')}\n`;
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(secret);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(draft, file);
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return await readFile(file, 'utf8');
    throw new Mistakes('The secret cannot be kept.', [unreadable(file, error)]);
  } finally {
    await rm(draft, { force: true });
  }
}

function damaged(file: string) {
  return {
    problem: 'This is not the secret that was once written here, so the addresses of status pages cannot be made.',
    where: { file },
    fix: 'Put it back from a backup. Deleting it has a new one made, but ends the status pages that customers have.',
  };
}

function unreadable(file: string, error: unknown) {
  return {
    problem: `The secret cannot be read or written here (${(error as Error).message}).`,
    where: { file },
    fix: 'Let the user who runs the server write in this folder, or set HANDRAIL_SECRET.',
  };
}
