/** Stands for what a reader has not chosen. */
const ANY = '*';

/**
 * Names a reader of a product as the index knows them: "sync 5 home", "sync * *" where nothing was chosen. Each page
 * carries the names of those readers of its product who should be shown another page, or none of the article.
 */
export function readerName(reader: { product: string; version?: string | undefined; audience?: string | undefined }) {
  return [reader.product, reader.version ?? ANY, reader.audience ?? ANY].join(' ');
}

/** Whether `name` is that of a reader who has chosen this; a version counts for its own product alone. */
export function isNamed(name: string, reader: { product?: string; version?: string; audience?: string }): boolean {
  const [product = ''] = name.split(' ');
  const version = product === reader.product ? reader.version : undefined;
  return name === readerName({ product, version, audience: reader.audience });
}
