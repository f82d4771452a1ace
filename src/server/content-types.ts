import { extname } from 'node:path';

const TEXT = '; charset=utf-8';

/** Files of which the ending says too little, by their paths in the built site. */
const BY_PATH: Readonly<Record<string, string>> = {
  // RFC 4287, 7: readers of feeds look for it.
  'feed.xml': `application/atom+xml${TEXT}`,
};

/** What the file at `path` of the built site is. */
export function contentTypeOf(path: string): string {
  return BY_PATH[path] ?? CONTENT_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
}

/** What a file is, by the ending of its name: all that a built site holds. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': `text/css${TEXT}`,
  '.gif': 'image/gif',
  '.html': `text/html${TEXT}`,
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': `text/javascript${TEXT}`,
  '.json': 'application/json',
  '.m4v': 'video/x-m4v',
  '.md': `text/markdown${TEXT}`,
  '.mjs': `text/javascript${TEXT}`,
  '.mp4': 'video/mp4',
  '.ogv': 'video/ogg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': `text/plain${TEXT}`,
  '.vtt': `text/vtt${TEXT}`,
  '.wasm': 'application/wasm',
  '.webm': 'video/webm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': `application/xml${TEXT}`,
  '.zip': 'application/zip',
};
