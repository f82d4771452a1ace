/** Pixels, or the units of an SVG: what matters is how the two stand to each other. */
export type Size = { width: number; height: number };

/** The size that a PNG or an SVG says of itself, so that a page keeps its place; undefined where it says none. */
export function pictureSize(bytes: Uint8Array): Size | undefined {
  return pngSize(bytes) ?? svgSize(new TextDecoder().decode(bytes));
}

/** https://www.w3.org/TR/png-3/#11IHDR */
function pngSize(bytes: Uint8Array): Size | undefined {
  if (bytes.length < 24 || bytes[0] !== 0x89 || bytes[1] !== 0x50) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function svgSize(text: string): Size | undefined {
  const tag = /<svg\b[^>]*>/.exec(text)?.[0] ?? '';
  const length = (name: string) => Number(new RegExp(`\\s${name}=["']([\\d.]+)(?:px)?["']`).exec(tag)?.[1]);
  const [width, height] = [length('width'), length('height')];
  if (width > 0 && height > 0) return { width, height };
  const [, , across = 0, down = 0] = (/\sviewBox=["']([^"']+)["']/.exec(tag)?.[1] ?? '').split(/[\s,]+/).map(Number);
  return across > 0 && down > 0 ? { width: across, height: down } : undefined;
}
