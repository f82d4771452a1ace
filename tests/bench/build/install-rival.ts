import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Installs the newest stable packages into `folder`, unless they are there already; answers with their versions. */
export async function installRival(packages: readonly string[], folder: string): Promise<Record<string, string>> {
  const versions: Record<string, string> = {};
  for (const name of packages) versions[name] = await newestVersion(name, folder);
  const manifest = `${JSON.stringify({ private: true, dependencies: versions }, null, 2)}\n`;
  const path = join(folder, 'package.json');
  if ((await readFile(path, 'utf8').catch(() => '')) === manifest) return versions;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'installing.json'), manifest);
  await npm(['install', '--no-save', ...packages.map((name) => `${name}@${versions[name]}`)], folder);
  // Written last: a folder with it is complete.
  await writeFile(path, manifest);
  return versions;
}

async function newestVersion(name: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  return (await npm(['view', name, 'version'], folder)).trim();
}

/** On this Node, because npm chooses other packages for an older one. */
async function npm(words: readonly string[], cwd: string): Promise<string> {
  const path = `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`;
  const { stdout } = await run('npm', [...words, '--no-audit', '--no-fund'], {
    cwd,
    env: { ...process.env, PATH: path },
  });
  return stdout;
}
