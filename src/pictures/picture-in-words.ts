import type { Element } from 'hast';

/** What a picture says to those who do not see it, search among them, and its caption. Empty for decoration. */
export function pictureInWords({ properties: { alt, title } }: Element): string {
  return [alt, title].filter((text) => typeof text === 'string' && text.trim() !== '').join('\n');
}
