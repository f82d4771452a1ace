import { useEffect, type RefObject } from 'react';

/** The fields of the form, from first to last, that hold what somebody typed. */
export const TYPED_FIELDS = ['message', 'name', 'email', 'phone', 'goodTime'];

/** What was typed into a form, and the idempotency key under which it may have been sent already. */
type Kept = { key: string; typed: Record<string, string> };

const keptAs = (slug: string) => `handrail-typed-${slug}`;

/**
 * Keeps what is typed in the tab, so that a reload or a wrong key loses nothing. The key is kept beside it: a message
 * whose answer was lost is the same message when it is sent again after a reload.
 */
export function useTypedText(
  form: RefObject<HTMLFormElement | null>,
  slug: string,
  key: string,
  setKey: (key: string) => void,
): void {
  useEffect(() => {
    const kept = readKept(slug);
    if (!kept || !form.current) return;
    for (const field of fieldsOf(form.current)) field.value ||= kept.typed[field.name] ?? '';
    setKey(kept.key);
  }, [form, slug, setKey]);
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const keep = () => {
      const typed = Object.fromEntries(fieldsOf(element).map(({ name, value }) => [name, value]));
      keepTypedText(slug, { key, typed });
    };
    element.addEventListener('input', keep);
    return () => element.removeEventListener('input', keep);
  }, [form, slug, key]);
}

export function forgetTypedText(slug: string): void {
  try {
    sessionStorage.removeItem(keptAs(slug));
  } catch {
    // Storage may be forbidden; then nothing was kept.
  }
}

/** Keeps text that stands in no form yet, for the form that is opened next. */
export function keepTypedText(slug: string, kept: Kept): void {
  try {
    sessionStorage.setItem(keptAs(slug), JSON.stringify(kept));
  } catch {
    // Storage may be forbidden; the text still stands in the form.
  }
}

function readKept(slug: string): Kept | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keptAs(slug)) ?? 'null') as Partial<Kept> | null;
    return typeof kept?.key === 'string' && kept.typed ? { key: kept.key, typed: kept.typed } : undefined;
  } catch {
    // What cannot be read back is not worth an error.
    return undefined;
  }
}

function fieldsOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.elements].filter(
    (field): field is HTMLInputElement => 'name' in field && TYPED_FIELDS.includes(String(field.name)),
  );
}
