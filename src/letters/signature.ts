import type { Letterhead } from './letter.ts';

/** Ends every letter, below a line of its own. */
export function signature({ site: { name, title, contact } }: Letterhead): string[] {
  const from = title.includes(name) ? title : `${name}, ${title}`;
  return ['--', from, ...(contact.post === undefined ? [] : [contact.post]), ''];
}

/** Mail that comes back is only asked for where Handrail reads it. */
export function writeBack({ takesMail }: Letterhead): string {
  return takesMail ? 'Write back there, or answer this mail.' : 'Write back on that page: it reaches the same people.';
}
