import { slashKey as words } from '../../strings/en/search.ts';
import { partOf } from './part-of.ts';

/** They open search whatever is chosen. */
const KEYS: readonly string[] = ['Control+K', 'Meta+K'];
const STORED_AS = 'handrail-slash-key';

/**
 * Whether "/" opens search, with a line in each search box to turn it off and on. A single character as a shortcut
 * strikes readers whose dictation types it, so it must be possible to turn it off (WCAG 2.2, 2.1.4); the choice is
 * kept in the browser. `offer` shows the line: phones, and readers who never use the key, are spared it.
 */
export function slashKey(forms: readonly HTMLFormElement[]): { isOn: () => boolean; offer: () => void } {
  let isOn = readIsOn();
  const show = (offered: boolean) => {
    for (const form of forms) {
      const { input, line, sentence, button } = partsOf(form);
      input.setAttribute('aria-keyshortcuts', (isOn ? ['/', ...KEYS] : KEYS).join(' '));
      line.hidden = !offered;
      sentence.textContent = inWords(isOn);
      button.textContent = isOn ? words.turnOff : words.turnOn;
    }
  };

  for (const form of forms) {
    const { line, button, status } = partsOf(form);
    // A click must not take the focus out of the box, which would close the popup before the click is done.
    line.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => {
      isOn = !isOn;
      keepIsOn(isOn);
      show(true);
      status.textContent = inWords(isOn);
    });
  }
  show(!isOn);
  return { isOn: () => isOn, offer: () => show(true) };
}

function inWords(isOn: boolean): string {
  return isOn ? words.on : words.off;
}

function readIsOn(): boolean {
  try {
    return localStorage.getItem(STORED_AS) !== 'off';
  } catch {
    // Storage may be forbidden; then the choice holds for the page.
    return true;
  }
}

function keepIsOn(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(STORED_AS);
    else localStorage.setItem(STORED_AS, 'off');
  } catch {
    // As above.
  }
}

function partsOf(form: HTMLFormElement) {
  return {
    input: partOf(form, 'input[name="q"]'),
    status: partOf(form, '[role="status"]'),
    line: partOf(form, '[data-slash]'),
    sentence: partOf(form, '[data-slash] span'),
    button: partOf(form, '[data-slash] button'),
  };
}
