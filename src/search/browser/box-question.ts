import type { SearchReader } from '../filters.ts';
import { beginningOf, readAsked, writeReader, type Asked } from '../result-address.ts';

/**
 * What the form of a search box asks, with the limits that stand in it; the same goes into the address that it leads
 * to: of a pasted letter the beginning, and whom to answer first, which the server cannot know.
 */
export function boxQuestion(form: HTMLFormElement, reader: () => SearchReader): () => Asked {
  form.addEventListener('formdata', ({ formData }) => {
    formData.set('q', beginningOf(String(formData.get('q') ?? '')));
    const written = writeReader(reader());
    if (written) formData.set('for', written);
    else formData.delete('for');
  });
  return () => {
    const texts = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
    return readAsked(new URLSearchParams(texts));
  };
}
