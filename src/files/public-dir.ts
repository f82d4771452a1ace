/** What lies here is served as it is, at the same path; Astro’s own default, beside the sources. */
export const PUBLIC_DIR = 'public';
