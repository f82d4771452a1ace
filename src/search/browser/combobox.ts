export type Combobox = {
  /** Shows options in the popup and none of them as chosen; with no options the list is hidden. */
  show: (options: readonly HTMLElement[]) => void;
  close: () => void;
};

/**
 * A list of suggestions below a text field, after the WAI-ARIA 1.2 combobox pattern: focus stays in the field, the
 * active option is named by `aria-activedescendant`. Down and Up walk through the options and past the ends back to
 * the field; Home and End go to the first and last while an option is active; Enter opens the active option and
 * otherwise does what the field does; Escape closes, then clears; Tab leads on through what stands in `box`, and the
 * list closes when the focus leaves it.
 */
export function combobox(
  { box, input, list }: { box: HTMLElement; input: HTMLInputElement; list: HTMLElement },
  {
    onOpen,
    onClose,
    onChoose,
    onLeave,
  }: {
    onOpen: () => void;
    onClose: () => void;
    onChoose: (index: number, event: Event) => void;
    /** The focus has left the box. */
    onLeave: () => void;
  },
): Combobox {
  let options: readonly HTMLElement[] = [];
  let active = -1;
  let isOpen = false;

  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  const activate = (index: number) => {
    options[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const option = options[active];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  };
  const setOpen = (open: boolean) => {
    activate(-1);
    isOpen = open;
    list.hidden = options.length === 0;
    input.setAttribute('aria-expanded', String(open && options.length > 0));
    if (open) onOpen();
    else onClose();
  };
  /** −1 stands for the field itself, between the last option and the first. */
  const step = (by: number) => {
    const places = options.length + 1;
    activate(((active + 1 + by + places) % places) - 1);
  };

  const keys: Record<string, () => boolean> = {
    ArrowDown: () => {
      if (options.length === 0) return false;
      if (!isOpen) setOpen(true);
      step(1);
      return true;
    },
    ArrowUp: () => {
      if (options.length === 0) return false;
      if (!isOpen) setOpen(true);
      step(-1);
      return true;
    },
    Home: () => moveTo(0),
    End: () => moveTo(options.length - 1),
    Escape: () => {
      if (isOpen) setOpen(false);
      else if (input.value !== '') {
        input.value = '';
        input.dispatchEvent(new Event('input', { bubbles: true }));
      } else return false;
      return true;
    },
  };
  const moveTo = (index: number) => {
    if (!isOpen || active < 0) return false;
    activate(index);
    return true;
  };

  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey) return;
    if (event.key === 'Enter' && isOpen && active >= 0) {
      event.preventDefault();
      onChoose(active, event);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (keys[event.key]?.()) event.preventDefault();
  });
  // The field keeps the focus while an option is clicked.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const index = options.findIndex((option) => event.target instanceof Node && option.contains(event.target));
    if (index >= 0) onChoose(index, event);
  });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen || event.target === input) return;
    event.preventDefault();
    input.focus();
    setOpen(false);
  });
  box.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && box.contains(relatedTarget)) return;
    setOpen(false);
    onLeave();
  });

  return {
    show(next) {
      options = next;
      list.replaceChildren(...next);
      setOpen(true);
    },
    close() {
      options = [];
      setOpen(false);
    },
  };
}
