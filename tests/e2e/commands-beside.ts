import { execFileSync } from 'node:child_process';

/** Runs a command of src/cli, such as `agent`, and gives what it says; `env` is for this run alone. */
export type Command = (name: string, words?: readonly string[], env?: Readonly<Record<string, string>>) => string;

/** Commands beside a server of a test's own. One that fails throws what it says. */
export function commandsBeside(server: Readonly<Record<string, string>>): Command {
  return (name, words = [], env = {}) =>
    execFileSync('node', [`src/cli/${name}.ts`, ...words], {
      encoding: 'utf8',
      stdio: 'pipe',
      env: { PATH: process.env['PATH'], ...server, ...env },
    });
}
