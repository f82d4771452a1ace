/** What one picture needs beside the drawing itself. Runs in the browser: nothing from outside may be used below. */
export type Staging = {
  above: string;
  below?: string;
  opacity: number;
  pointer?: { x: number; y: number; kind: 'arrow' | 'finger' };
  ring?: { share: number; isRight: boolean };
  held?: { share: number; words: string };
};

/** Puts a picture on the page. */
export function setStage({ above, below, opacity, pointer, ring, held }: Staging): void {
  const part = (id: string) => {
    const element = document.getElementById(id);
    if (!element) throw new Error(`The page has no #${id}.`);
    return element;
  };
  const show = (id: string, isShown: boolean) => {
    part(id).style.display = isShown ? 'block' : 'none';
  };
  part('below').innerHTML = below ?? '';
  part('above').innerHTML = above;
  part('above').style.opacity = String(opacity);
  for (const menu of document.querySelectorAll<HTMLElement>('.menu')) {
    const owner = [...document.querySelectorAll(`#${menu.closest('#below') ? 'below' : 'above'} [data-label]`)].find(
      (element) => element.getAttribute('data-label') === menu.dataset['at'],
    );
    const box = owner?.getBoundingClientRect();
    if (!box) continue;
    const x = box.left + Math.min(box.width / 2, 90);
    menu.style.left = `${Math.min(x, 1240 - menu.offsetWidth)}px`;
    menu.style.top = `${Math.min(box.top + box.height / 2 + 26, 590 - menu.offsetHeight)}px`;
  }
  show('pointer', pointer?.kind === 'arrow');
  show('touch', pointer?.kind === 'finger');
  show('ring', ring !== undefined);
  show('held', held !== undefined);
  if (!pointer) return;
  for (const id of ['pointer', 'touch', 'ring']) {
    part(id).style.transform = `translate(${pointer.x}px, ${pointer.y}px)`;
  }
  if (ring) {
    part('ring').className = ring.isRight ? 'right' : '';
    part('ring').style.transform += ` scale(${0.3 + 0.7 * ring.share})`;
    part('ring').style.opacity = String(1 - 0.3 * ring.share);
  }
  if (held) {
    part('held').textContent = held.words;
    part('touch').style.background = `conic-gradient(#3b8fd6 ${held.share * 360}deg, #3b8fd633 0)`;
  } else {
    part('touch').style.background = '';
  }
}

/** Where the tip of the pointer goes to, for something with this label on the page; undefined where it is not. */
export function spotOf(label: string): { x: number; y: number } | undefined {
  const element = [...document.querySelectorAll('#above [data-label]')].find(
    (candidate) => candidate.getAttribute('data-label') === label,
  );
  const box = element?.getBoundingClientRect();
  if (!box) return undefined;
  // Of a long row only the beginning: its words are what is meant, and the arrow shall not cover them.
  if (element?.classList.contains('spot')) return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  return { x: Math.round(box.left + Math.min(box.width * 0.6, 150)), y: Math.round(box.top + box.height * 0.6) };
}
