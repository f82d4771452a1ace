import { useEffect, type RefObject } from 'react';

const KEPT_FIELDS = ['message', 'name', 'email', 'phone', 'goodTime'];

const keptAs = (slug: string) => `handrail-typed-${slug}`;

/** Keeps what is typed in the tab, so that a reload or a wrong key loses nothing. */
export function useTypedText(form: RefObject<HTMLFormElement | null>, slug: string): void {
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const fields = () =>
      [...element.elements].filter(
        (field): field is HTMLInputElement => 'name' in field && KEPT_FIELDS.includes(String(field.name)),
      );
    try {
      const kept = JSON.parse(sessionStorage.getItem(keptAs(slug)) ?? '{}') as Record<string, string>;
      for (const field of fields()) field.value ||= kept[field.name] ?? '';
    } catch {
      // What cannot be read back is not worth an error.
    }
    const keep = () => {
      try {
        sessionStorage.setItem(
          keptAs(slug),
          JSON.stringify(Object.fromEntries(fields().map(({ name, value }) => [name, value]))),
        );
      } catch {
        // Storage may be forbidden; the text still stands in the form.
      }
    };
    element.addEventListener('input', keep);
    return () => element.removeEventListener('input', keep);
  }, [form, slug]);
}

export function forgetTypedText(slug: string): void {
  try {
    sessionStorage.removeItem(keptAs(slug));
  } catch {
    // As above.
  }
}
