export type BytesRead = { kind: 'bytes'; bytes: Uint8Array } | { kind: 'too-large' } | { kind: 'broken-off' };

/** Reads a body as it came, and never holds more than `maxBytes` of it. */
export async function readBytes(request: Request, maxBytes: number): Promise<BytesRead> {
  const chunks: Uint8Array[] = [];
  let readSoFar = 0;
  try {
    for await (const chunk of request.body ?? []) {
      readSoFar += chunk.byteLength;
      if (readSoFar > maxBytes) return { kind: 'too-large' };
      chunks.push(chunk);
    }
  } catch {
    return { kind: 'broken-off' };
  }
  return { kind: 'bytes', bytes: Buffer.concat(chunks) };
}
