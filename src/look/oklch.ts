import { linear, toRgb, type Rgb } from './rgb.ts';

/** Lightness from 0 to 1, chroma from 0, hue in degrees: steps of it look as large as they are. */
export type Oklch = { lightness: number; chroma: number; hue: number };

/** Rounding to 256 steps a channel hides this much. */
const TOLERANCE = 0.0005;

/** https://bottosson.github.io/posts/oklab/ */
export function toOklch([red, green, blue]: Rgb): Oklch {
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const along = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const across = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(along, across),
    hue: ((Math.atan2(across, along) * 180) / Math.PI + 360) % 360,
  };
}

/** The colour on a screen: of this hue and lightness, and as much of the chroma as sRGB can show. */
export function fromOklch(color: Oklch): Rgb {
  let [shown, tooMuch] = [0, color.chroma];
  if (isShown(light(color))) shown = color.chroma;
  else {
    while (tooMuch - shown > 0.0001) {
      const between = (shown + tooMuch) / 2;
      if (isShown(light({ ...color, chroma: between }))) shown = between;
      else tooMuch = between;
    }
  }
  return toRgb(light({ ...color, chroma: shown }).map(channelOf));
}

/** Whether sRGB can show it. */
export function isInGamut(color: Oklch): boolean {
  return isShown(light(color));
}

function isShown(channels: readonly number[]): boolean {
  return channels.every((channel) => channel >= -TOLERANCE && channel <= 1 + TOLERANCE);
}

/** Linear sRGB, within 0 and 1 where a screen can show it. */
function light({ lightness, chroma, hue }: Oklch): number[] {
  const along = chroma * Math.cos((hue * Math.PI) / 180);
  const across = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * along + 0.2158037573 * across) ** 3;
  const m = (lightness - 0.1055613458 * along - 0.0638541728 * across) ** 3;
  const s = (lightness - 0.0894841775 * along - 1.291485548 * across) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function channelOf(share: number): number {
  return 255 * (share <= 0.0031308 ? 12.92 * share : 1.055 * share ** (1 / 2.4) - 0.055);
}
