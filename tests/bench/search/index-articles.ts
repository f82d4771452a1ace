import { readContent } from '../../../src/articles/read-content.ts';
import { writeIndex } from '../../../src/search/build-index.ts';
import { indexedSite } from '../../../src/search/indexed-site.ts';
import { eachSearchRecord } from '../../../src/search/search-records.ts';

// `node index-articles.ts <content> <index>`: a process of its own, so that its memory is that of indexing alone.
const [contentDir = '', folder = ''] = process.argv.slice(2);
const startedAt = performance.now();
const content = await readContent(contentDir);
const readAt = performance.now();
const pages = await writeIndex(eachSearchRecord(content), { folder, site: indexedSite(content) });
const seconds = { reading: (readAt - startedAt) / 1000, indexing: (performance.now() - readAt) / 1000 };
console.log(JSON.stringify({ pages, ...seconds }));
