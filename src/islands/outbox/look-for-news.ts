/** From mark-kept.ts and cast-vote.ts. Whoever never wrote to us has neither, and loads nothing more. */
const KEPT_MARKS = ['handrail-outbox', 'handrail-votes'];

/**
 * On every page: has what waits in the outbox sent, and what became of it told, where there may be anything. The code
 * for that stands in a template, which no browser fetches before it is taken out: an `import()` would bring Vite's
 * loader, larger than all of this, to every page.
 */
export function lookForNews(page: ParentNode): void {
  try {
    if (!KEPT_MARKS.some((mark) => localStorage.getItem(mark))) return;
  } catch {
    // Where nothing may be kept, nothing was.
    return;
  }
  const code = page.querySelector<HTMLTemplateElement>('template[data-outbox-code]');
  if (code) code.replaceWith(code.content.cloneNode(true));
}
