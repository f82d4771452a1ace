/** Fields of a plain form; a name that was sent several times has several values. */
export type Form = ReadonlyMap<string, readonly string[]>;

const MAX_FIELDS = 1_000;

/**
 * Reads `application/x-www-form-urlencoded`, or gives undefined where it cannot be read. Browsers send every line
 * break as CR LF; here it is what was typed again.
 */
export function readForm(text: string): Form | undefined {
  if (!isEncodedWell(text)) return undefined;
  const fields = [...new URLSearchParams(text)];
  return fields.length > MAX_FIELDS ? undefined : formOf(fields);
}

/** The fields of a form that was cut off, for its reader to mend: the last of them may lack its end. */
export function readFormAsFarAsItGoes(text: string): Form {
  return formOf([...new URLSearchParams(text.replace(/%.?$/, ''))].slice(0, MAX_FIELDS));
}

function formOf(fields: readonly (readonly [string, string])[]): Form {
  const form = new Map<string, string[]>();
  for (const [name, value] of fields) form.set(name, [...(form.get(name) ?? []), value.replaceAll('\r\n', '\n')]);
  return form;
}

/** The first value of a field; undefined where it is missing or empty. */
export function one(form: Form, name: string): string | undefined {
  return form.get(name)?.[0] || undefined;
}

export function all(form: Form, name: string): readonly string[] {
  return form.get(name) ?? [];
}

/** What was typed, to fill the form in again: one value as text, several as a list. */
export type Typed = Record<string, string | string[]>;

export function typedIn(form: Form, names: readonly string[]): Typed {
  return Object.fromEntries(
    names.flatMap((name) => {
      const values = all(form, name);
      return values.length === 0 ? [] : [[name, values.length === 1 ? (values[0] ?? '') : [...values]]];
    }),
  );
}

/** URLSearchParams replaces what it cannot decode; a body of which a part would be lost is better refused. */
function isEncodedWell(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
