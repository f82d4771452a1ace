import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageTitles, type TitledPage } from '../../../src/discovery/page-titles.ts';
import { syncProduct } from '../../fixtures/editions.ts';

const AUDIENCES = [
  { id: 'home', title: 'At home', summary: 'You.' },
  { id: 'office', title: 'In an office', summary: 'You and others.' },
  { id: 'admin', title: 'For administrators', summary: 'You look after computers.' },
];

test('a title that stands alone stays as it was written', () => {
  const titles = titlesOf([page('/articles/a/', 'Share a folder')]);

  assert.deepEqual(titles, ['Share a folder']);
});

test('the first page of an article keeps its title, and the others say whom they are for', () => {
  const titles = titlesOf([
    page('/articles/a/', 'Share a folder', { serves: ['5 home', '5 office'] }),
    page('/articles/a/for-admin/', 'Share a folder', { serves: ['5 admin'], isFirst: false }),
    page('/articles/a/3/', 'Share a folder', { serves: ['3 home', '3 office'], isFirst: false }),
  ]);

  assert.deepEqual(titles, [
    'Share a folder',
    'Share a folder (Sync 5, for administrators)',
    'Share a folder (Sync 3, at home and in an office)',
  ]);
});

test('articles of two products with one title are told apart by the product alone', () => {
  const mini = syncProduct({ id: 'mini', title: 'Northlight Mini' });

  const titles = titlesOf([page('/articles/a/', 'Install it'), page('/articles/b/', 'Install it', { product: mini })]);

  assert.deepEqual(titles, ['Install it (Northlight Sync)', 'Install it (Northlight Mini)']);
});

test('two articles that nothing else tells apart say their address', () => {
  const titles = titlesOf([page('/articles/a/', 'Install it'), page('/articles/b/', 'Install it')]);

  assert.deepEqual(titles, ['Install it (/articles/a/)', 'Install it (/articles/b/)']);
});

type Options = Partial<Omit<TitledPage, 'serves'>> & { serves?: string[] };

function page(address: string, title: string, { serves = ['5 home'], ...rest }: Options = {}): TitledPage {
  const readers = serves.map((reader) => {
    const [version = '', audience = ''] = reader.split(' ');
    return { version, audience };
  });
  return { address, title, product: syncProduct(), isFirst: true, serves: readers, ...rest };
}

function titlesOf(pages: TitledPage[]): (string | undefined)[] {
  const titles = pageTitles(pages, AUDIENCES, 'en-GB');
  return pages.map(({ address }) => titles.get(address));
}
