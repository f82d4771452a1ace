import { fromOklch } from './oklch.ts';
import { fromHex, toRgb, type Rgb } from './rgb.ts';

/** What an author is told to write. */
export const COLOR_FORMS = '"#0a5a68", "rgb(10 90 104)", "hsl(189 82% 22%)" or "oklch(0.43 0.07 212)"';

/**
 * A colour as CSS writes it, in one of the forms of `COLOR_FORMS`: no names, and nothing that lets the page through,
 * because then its contrast would depend on what is below. Undefined where it is none. What sRGB cannot show keeps its
 * hue and lightness, and loses chroma.
 */
export function parseColor(written: string): Rgb | undefined {
  const text = written.trim().toLowerCase();
  const called = /^(rgb|hsl|oklch)\(\s*([^()]*?)\s*\)$/.exec(text);
  if (!called) return fromHex(text);
  const [, form, inside = ''] = called;
  const [one, two, three, ...more] = inside.split(/\s*,\s*|\s+/);
  if (one === undefined || two === undefined || three === undefined || more.length > 0) return undefined;
  switch (form) {
    case 'rgb':
      return rgb([amount(one, 255), amount(two, 255), amount(three, 255)]);
    case 'hsl':
      return hsl(angle(one), amount(withSign(two), 1), amount(withSign(three), 1));
    default:
      return oklch(amount(one, 1), amount(two, 0.4), angle(three));
  }
}

function rgb(channels: readonly (number | undefined)[]): Rgb | undefined {
  const known = channels.filter((channel) => channel !== undefined);
  return known.length === 3 ? toRgb(known) : undefined;
}

/** https://www.w3.org/TR/css-color-4/#hsl-to-rgb */
function hsl(hue: number | undefined, saturation: number | undefined, lightness: number | undefined): Rgb | undefined {
  if (hue === undefined || saturation === undefined || lightness === undefined) return undefined;
  const reach = Math.min(1, saturation) * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const sector = (offset + hue / 30) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(sector - 3, 9 - sector, 1)));
  };
  return toRgb([channel(0), channel(8), channel(4)]);
}

function oklch(lightness: number | undefined, chroma: number | undefined, hue: number | undefined): Rgb | undefined {
  if (lightness === undefined || chroma === undefined || hue === undefined) return undefined;
  return fromOklch({ lightness: Math.min(1, lightness), chroma, hue });
}

/** A number as it stands, or a share of `whole` in per cent; none of the forms knows one below zero. */
function amount(text: string, whole: number): number | undefined {
  const number = /^(\d+(?:\.\d+)?|\.\d+)(%?)$/.exec(text);
  if (!number) return undefined;
  return number[2] === '%' ? (Number(number[1]) / 100) * whole : Number(number[1]);
}

/** In hsl() a bare number is one of per cent. */
function withSign(text: string): string {
  return text.endsWith('%') ? text : `${text}%`;
}

function angle(text: string): number | undefined {
  const degrees = /^(-?\d+(?:\.\d+)?)(?:deg)?$/.exec(text);
  return degrees ? ((Number(degrees[1]) % 360) + 360) % 360 : undefined;
}
