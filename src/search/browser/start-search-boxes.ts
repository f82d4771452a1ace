import { openOnShortcut } from './open-on-shortcut.ts';
import { enhanceSearchBox, type BoxSearcher } from './search-box.ts';

/** Makes every search box of the page answer, all of them from one index. */
export function startSearchBoxes(searcher: BoxSearcher): void {
  const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-search-box]')];
  const boxes = new Map(forms.map((form) => [form, enhanceSearchBox(form, searcher)]));
  openOnShortcut(forms, (form) => boxes.get(form)?.offer());
}
