type LockedPackage = {
  version?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
};
export type Lock = { packages: Record<string, LockedPackage> };
export type MissingPackage = { path: string; version: string; os?: string; cpu: string };

const SYSTEMS: Record<string, string> = {
  windows: 'win32',
  win32: 'win32',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  android: 'android',
};

/** Optional builds for other systems that a package of the lock names and the lock does not hold in that version. */
export function missingOptional(lock: Lock): MissingPackage[] {
  return Object.entries(lock.packages).flatMap(([holder, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, wanted]) => !fits(lockedVersion(lock, holder, name), wanted))
      .map(([name, version]) => ({
        path: `${pathBeside(lock, holder, name)}node_modules/${name}`,
        version,
        ...systemOf(name, holder),
      })),
  );
}

/** Builds for systems are named with an exact version; of a range, npm has already chosen what fits. */
function fits(locked: string | undefined, wanted: string): boolean {
  return locked !== undefined && (locked === wanted || !/^\d/.test(wanted));
}

/** npm looks for a package below the one that needs it, then beside it, then outwards. */
function lockedVersion(lock: Lock, holder: string, name: string): string | undefined {
  for (let outer = holder; ; outer = outside(outer)) {
    const locked = lock.packages[`${outer && `${outer}/`}node_modules/${name}`];
    if (locked?.version !== undefined) return locked.version;
    if (outer === '') return undefined;
  }
}

/** Where the package can stand: at the top, or beside its holder where the top has another version. */
function pathBeside(lock: Lock, holder: string, name: string): string {
  // npm may also leave an entry behind that has lost its version.
  if (lock.packages[`node_modules/${name}`]?.version === undefined) return '';
  const beside = outside(holder);
  return beside === '' ? `${holder}/` : `${beside}/`;
}

function outside(path: string): string {
  const end = path.lastIndexOf('/node_modules/');
  return end < 0 ? '' : path.slice(0, end);
}

function systemOf(name: string, holder: string): { os?: string; cpu: string } {
  if (/wasm32-wasi/.test(name)) return { cpu: 'wasm32' };
  const [, system, cpu] = /(windows|win32|darwin|freebsd|linux|android)-(arm64|x64|arm|ia32)/.exec(name) ?? [];
  const os = SYSTEMS[system ?? ''];
  if (os && cpu) return { os, cpu };
  throw new Error(
    `${name} (optional, of ${holder}) is missing from the lock, and its name does not say for which system it is.`,
  );
}
