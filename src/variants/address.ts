import type { Reader } from './reader.ts';

/** The address of a variant within the site, always with a slash at its end. Parts left out mean the default. */
export function articleAddress(slug: string, { version, audience }: Partial<Reader> = {}): string {
  const parts = [version, audience && `for-${audience}`].filter(Boolean);
  return ['/articles', slug, ...parts, ''].join('/');
}

/**
 * The shortest address that names `page` and no other page: the bare one for the default,
 * `for-<audience>` where the version is the default one, `<version>` where the audience is.
 */
export function canonicalAddress(slug: string, page: Reader, byDefault: Reader): string {
  return articleAddress(slug, {
    ...(page.version !== byDefault.version && { version: page.version }),
    ...(page.audience !== byDefault.audience && { audience: page.audience }),
  });
}

/**
 * An address as requests for it are looked up: encoded, with a slash at its end, so that `/kb/über`, `/kb/%c3%bcber` and
 * `/kb/%C3%BCber/` are one. Undefined where it is no path of this site.
 */
export function lookedUp(address: string): string | undefined {
  if (!/^\/(?![/\\])/.test(address)) return undefined;
  const pathname = URL.parse(address, 'http://localhost')?.pathname;
  return pathname?.replace(/\/*$/, '/').replaceAll(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
}

/** Every address at which an article answers, each with the reader that it means. */
export function articleAddresses(slug: string, readers: readonly Reader[]): Map<string, Reader> {
  const addresses = new Map<string, Reader>();
  const add = (named: Partial<Reader>, reader: Reader) => {
    const address = articleAddress(slug, named);
    if (!addresses.has(address)) addresses.set(address, reader);
  };
  for (const reader of readers) {
    add({}, reader);
    add({ version: reader.version }, reader);
    add({ audience: reader.audience }, reader);
    add(reader, reader);
  }
  return addresses;
}
