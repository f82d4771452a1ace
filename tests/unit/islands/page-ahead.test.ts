import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageAhead } from '../../../src/islands/page-ahead.ts';

const HERE = 'https://help.example.com/articles/restore-a-file/';

for (const [href, page] of [
  ['/', '/'],
  ['/articles/share-a-folder/', '/articles/share-a-folder/'],
  ['/articles/share-a-folder/4.2/for-admin/#before', '/articles/share-a-folder/4.2/for-admin/'],
  ['../move-to-sync-5/', '/articles/move-to-sync-5/'],
] as const) {
  test(`a page that only shows is asked for ahead: ${href}`, () => {
    const ahead = pageAhead(href, HERE);

    assert.equal(ahead, `https://help.example.com${page}`);
  });
}

for (const href of [
  '#steps',
  '/articles/restore-a-file/#steps',
  '/articles/share-a-folder/?version=5',
  '/articles/share-a-folder/talk/',
  '/articles/share-a-folder/voted/',
  '/desk/',
  '/requests/abc/',
  '/search/',
  '/talk/',
  '/videos/restore.webm',
  'https://elsewhere.example/articles/',
  'mailto:help@northlight.example',
  'tel:+441632960150',
  'https://[',
]) {
  test(`nothing is asked for ahead at ${href}`, () => {
    const ahead = pageAhead(href, HERE);

    assert.equal(ahead, undefined);
  });
}
