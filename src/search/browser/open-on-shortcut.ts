import { slashKey } from './slash-key.ts';

/**
 * "/" (outside of fields, and until it is turned off) and Ctrl or ⌘ K lead to the first search field that is on the
 * screen, and to what it has to offer. The field is told by `aria-keyshortcuts`.
 */
export function openOnShortcut(forms: readonly HTMLFormElement[], offer: (form: HTMLFormElement) => void): void {
  const slash = slashKey(forms);
  const inputs = forms.flatMap((form) => form.querySelector<HTMLInputElement>('input[name="q"]') ?? []);
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const isSlash = isSlashAlone(event) && slash.isOn();
    if (!isSlash && !isControlK(event)) return;
    const input = inputs.find((candidate) => candidate.checkVisibility());
    if (!input) return;
    event.preventDefault();
    if (isSlash) slash.offer();
    input.focus();
    input.select();
    if (input.form) offer(input.form);
  });
}

function isControlK(event: KeyboardEvent): boolean {
  return event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
}

function isSlashAlone(event: KeyboardEvent): boolean {
  return event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select');
}
