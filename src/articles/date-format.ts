/** Made once: a format takes longer to make than thousands of uses of it, and every page of a site needs the same. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** `new Intl.DateTimeFormat`, or the one that was made before for the same language and options. */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, options]);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
  formats.set(key, format);
  return format;
}
