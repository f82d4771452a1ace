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

/** The product of `name`, where it names readers of this audience; of no audience where that is undefined. */
export function productFor(name: string, audience: string | undefined): string | undefined {
  const [product, , named] = name.split(' ');
  return named === (audience ?? ANY) ? product : undefined;
}
