import { browserSearcher } from '../../../../src/search/browser-searcher.ts';
import { enhanceSearchBox } from '../../../../src/search/browser/search-box.ts';
import type { Ask } from './ask.ts';

const searcher = browserSearcher('/pagefind/');
const ask: Ask = async (question, unfinished) =>
  (await searcher.search(question, { limit: 10, ...(unfinished && { unfinished }) })).rows.map(({ slug }) => slug);

// The box is not used here, but a page that searches brings it along, so its code counts.
Object.assign(window, { ask, prepare: searcher.prepare, enhanceSearchBox });
