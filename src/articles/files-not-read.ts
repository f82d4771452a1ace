import type { UserError } from '../errors/user-error.ts';

/** Files of the content folder whose name ends almost as it should, so that they would be left out in silence. */
export function filesNotRead(names: readonly string[]): UserError[] {
  return names.flatMap((name) => {
    const right = rightName(name);
    if (right === undefined) return [];
    return [
      {
        problem: `This file is not read, because its name ends in ".${name.split('.').at(-1)}".`,
        where: { file: name },
        fix: `Call it ${right.split('/').at(-1)}.`,
      },
    ];
  });
}

function rightName(name: string): string | undefined {
  const [, start, end = ''] = /^(.*)\.([A-Za-z]+)$/.exec(name) ?? [];
  if (start === undefined) return undefined;
  if (/^articles\//.test(name) && !/(^|\/)README$/i.test(start)) {
    return /^(md|mdx|markdown)$/i.test(end) && end !== 'mdx' ? `${start}.mdx` : undefined;
  }
  if (!/^(site|audiences|topics|products\/[^/]+|videos\/[^/]+)$/.test(start)) return undefined;
  return /^ya?ml$/i.test(end) && end !== 'yaml' ? `${start}.yaml` : undefined;
}
