export type Combobox = {
  /** Shows options in the popup; those that were there before (by id) stay what they are, and chosen if they were. */
  show: (options: readonly HTMLElement[]) => void;
  /** Opens what was shown last, where there is anything. */
  reopen: () => void;
  /** Closes the popup and forgets its options. */
  close: () => void;
};

/** Within this time after a pointer is let go, its click is there; after a touch it takes a little. */
const CLICK_MS = 80;

/**
 * A list of suggestions below a text field, after the WAI-ARIA 1.2 combobox pattern: focus stays in the field, the
 * active option is named by `aria-activedescendant`. Down and Up walk through the options and past the ends back to
 * the field, with Alt they open and close; every other key that moves in text goes back to the text; Enter opens the
 * active option and otherwise does what the field does; Escape closes, then clears; Tab leads on through what stands
 * in `box`, and the list closes when the focus leaves it.
 */
export function combobox(
  { box, input, list }: { box: HTMLElement; input: HTMLInputElement; list: HTMLElement },
  {
    onOpen,
    onClose,
    onChoose,
    onWanted,
    onDismiss,
  }: {
    onOpen: () => void;
    onClose: () => void;
    onChoose: (option: HTMLElement, event: Event) => void;
    /** Down was pressed where there is nothing to walk through. */
    onWanted: () => void;
    /** The reader has closed the popup, or left the box. */
    onDismiss: () => void;
  },
): Combobox {
  let options: readonly HTMLElement[] = [];
  let active: HTMLElement | undefined;
  let isOpen = false;
  let isPressed = false;
  let afterPress: (() => void) | undefined;

  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  const activate = (option: HTMLElement | undefined) => {
    active?.setAttribute('aria-selected', 'false');
    active = option;
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  };
  const setOpen = (open: boolean) => {
    if (!open) activate(undefined);
    isOpen = open;
    list.hidden = options.length === 0;
    input.setAttribute('aria-expanded', String(open && options.length > 0));
    if (open) onOpen();
    else onClose();
  };
  const dismiss = () => {
    afterPress = undefined;
    setOpen(false);
    onDismiss();
  };
  const show = (next: readonly HTMLElement[]) => {
    options = reconcile(list, options, next);
    if (active && !options.includes(active)) activate(undefined);
    setOpen(true);
  };
  /** −1 stands for the field itself, between the last option and the first. */
  const step = (by: number) => {
    if (options.length === 0) onWanted();
    else if (!isOpen) setOpen(true);
    const places = options.length + 1;
    const at = active ? options.indexOf(active) : -1;
    activate(options[((at + 1 + by + places) % places) - 1]);
  };

  const keys: Record<string, () => boolean> = {
    ArrowDown: () => (step(1), true),
    ArrowUp: () => (step(-1), true),
    'Alt+ArrowDown': () => {
      if (options.length === 0) onWanted();
      else setOpen(true);
      return true;
    },
    'Alt+ArrowUp': () => (dismiss(), true),
    Escape: () => {
      if (isOpen) dismiss();
      else if (input.value !== '') {
        input.value = '';
        input.dispatchEvent(new Event('input', { bubbles: true }));
      } else return false;
      return true;
    },
  };
  for (const key of ['Home', 'End', 'ArrowLeft', 'ArrowRight']) keys[key] = () => (activate(undefined), false);

  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && isOpen && active) {
      event.preventDefault();
      onChoose(active, event);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (keys[event.altKey ? `Alt+${event.key}` : event.key]?.()) event.preventDefault();
  });
  input.addEventListener('input', () => activate(undefined));
  // What is pressed stays where it is until it is let go, so that a click meets what was aimed at.
  list.addEventListener('pointerdown', () => (isPressed = true));
  for (const event of ['pointerup', 'pointercancel'] as const) {
    addEventListener(event, () => {
      if (!isPressed) return;
      setTimeout(() => {
        isPressed = false;
        afterPress?.();
        afterPress = undefined;
      }, CLICK_MS);
    });
  }
  // The field keeps the focus while something in the popup is clicked.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = options.find((candidate) => event.target instanceof Node && candidate.contains(event.target));
    if (option) onChoose(option, event);
  });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen || event.target === input) return;
    event.preventDefault();
    input.focus();
    dismiss();
  });
  box.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && box.contains(relatedTarget)) return;
    dismiss();
  });

  return {
    show(next) {
      if (isPressed) afterPress = () => show(next);
      else show(next);
    },
    reopen() {
      if (!isOpen && options.length > 0) setOpen(true);
    },
    close() {
      options = [];
      afterPress = undefined;
      setOpen(false);
    },
  };
}

/** Keeps the element of an option that was there before, so that neither pointer nor screen reader loses it. */
function reconcile(
  list: HTMLElement,
  former: readonly HTMLElement[],
  next: readonly HTMLElement[],
): readonly HTMLElement[] {
  const byId = new Map(former.map((option) => [option.id, option]));
  const options = next.map((option) => {
    const same = byId.get(option.id);
    same?.replaceChildren(...option.childNodes);
    return same ?? option;
  });
  const isSame = list.children.length === options.length && options.every((option, at) => list.children[at] === option);
  if (!isSame) list.replaceChildren(...options);
  return options;
}
