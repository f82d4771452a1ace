export type Encoding = 'br' | 'gzip';

/** The best way to write an answer of those that there are and that `accepted` (RFC 9110, 12.5.3) takes. */
export function encodingFor(
  accepted: string | string[] | undefined,
  there: Partial<Record<Encoding, unknown>>,
): Encoding | undefined {
  const weights = new Map(
    [accepted ?? '']
      .flat()
      .join(',')
      .split(',')
      .map((one) => {
        const [name = '', ...parameters] = one.split(';').map((part) => part.trim().toLowerCase());
        const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
        return [name, weight === undefined ? 1 : Number(weight)] as const;
      }),
  );
  return (['br', 'gzip'] as const).find(
    (one) => there[one] !== undefined && (weights.get(one) ?? weights.get('*') ?? 0) > 0,
  );
}
