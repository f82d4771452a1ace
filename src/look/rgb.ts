/** A colour of sRGB as screens are told it: three whole numbers from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** `#0a5a68`. */
export function hexOf(color: Rgb): string {
  return `#${color.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** The colour of `#0a5a68` or `#fff`; undefined where `text` is neither. */
export function fromHex(text: string): Rgb | undefined {
  const digits = /^#(?:([0-9a-f]{6})|([0-9a-f]{3}))$/i.exec(text);
  if (!digits) return undefined;
  const six = digits[1] ?? (digits[2] ?? '').replaceAll(/./g, '$&$&');
  return toRgb([0, 2, 4].map((start) => Number.parseInt(six.slice(start, start + 2), 16)));
}

/** Channels rounded and kept within what a screen can show. */
export function toRgb(channels: readonly number[]): Rgb {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => Math.round(Math.min(255, Math.max(0, channel))));
  return [red, green, blue];
}

/** Light that a channel stands for, from 0 to 1: https://www.w3.org/TR/css-color-4/#color-conversion-code */
export function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
