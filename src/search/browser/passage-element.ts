import type { TextPart } from '../passage.ts';

/** A passage with its matched words marked. Built from text nodes, so that nothing in it is ever read as HTML. */
export function appendPassage(element: HTMLElement, parts: readonly TextPart[]): void {
  for (const { text, marked } of parts) element.append(marked ? textElement('mark', '', text) : text);
}

export function textElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text: string,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}
