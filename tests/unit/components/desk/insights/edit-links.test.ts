import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editAddress, partsOf } from '../../../../../src/components/desk/insights/edit-links.ts';

const FILE = 'content/articles/sync/restore-a-file.mdx';
const editing = { files: new Set([FILE]), editAt: 'https://git.example.com/help/edit/main/' };

test('a file in advice leads to where it can be edited, at its line', () => {
  const parts = partsOf(`Correct ${FILE}:12, "Choose a day".`, editing);

  assert.deepEqual(parts, [
    { text: 'Correct ' },
    { text: `${FILE}:12`, isFile: true, address: `https://git.example.com/help/edit/main/${FILE}#L12` },
    { text: ', "Choose a day".' },
  ]);
});

test('the full stop behind a file is no part of it', () => {
  const parts = partsOf(`Edit ${FILE}.`, editing);

  assert.deepEqual(
    parts.map(({ text }) => text),
    ['Edit ', FILE, '.'],
  );
});

test('where the site does not say where its files are, a file is named and leads nowhere', () => {
  const parts = partsOf(`Others opened restore-a-file (${FILE}).`, { files: editing.files });

  assert.deepEqual(parts[1], { text: FILE, isFile: true });
});

test('a path that readers typed leads nowhere', () => {
  const asked = 'No article was found for "content/../../evil/x.mdx:1". Write one.';

  const parts = partsOf(asked, editing);

  assert.deepEqual(parts, [{ text: asked }]);
});

test('a search in advice can be tried', () => {
  const parts = partsOf('See what /search/?q=vpn+certificate shows.', editing);

  assert.deepEqual(parts[1], { text: '/search/?q=vpn+certificate', address: '/search/?q=vpn+certificate' });
});

test('letters of any alphabet stay one part of the address', () => {
  assert.equal(
    editAddress(editing, 'content/articles/über#1.mdx'),
    'https://git.example.com/help/edit/main/content/articles/%C3%BCber%231.mdx',
  );
});
