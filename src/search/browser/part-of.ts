/** The part of `whole` that a script of ours needs. Throws where the markup does not have it, or it is another element. */
export function partOf(whole: HTMLElement, selector: string): HTMLElement;
export function partOf<Kind extends HTMLElement>(whole: HTMLElement, selector: string, kind: new () => Kind): Kind;
export function partOf(whole: HTMLElement, selector: string, kind = HTMLElement): HTMLElement {
  const part = whole.querySelector(selector);
  if (part instanceof kind) return part;
  throw new Error(`<${whole.localName} class="${whole.className}"> has no ${selector}.`);
}
