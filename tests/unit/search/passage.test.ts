import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FoundPage } from '../../../src/search/found-page.ts';
import { bestPassage, type Passage } from '../../../src/search/passage.ts';

const TEXT = [
  'Restore one file from a snapshot.',
  'The file is gone',
  'Open Recently deleted. Choose “Put back”, then wait.',
  'Why',
  'Deleted files count until sixty days have passed.',
].join(' ');

test('the passage is the one with the words of the question, under its heading', () => {
  const passage = bestPassage(page(), [match('back', 15)]);

  assert.deepEqual(passage.heading, { id: 'gone', text: 'The file is gone' });
  assert.equal(shown(passage), 'Choose “Put [back]”, then wait.');
});

test('a passage starts with its sentence where that is near', () => {
  const passage = bestPassage(page(), [match('sixty', 23)]);

  assert.equal(shown(passage), 'Deleted files count until [sixty] days have passed.');
});

test('a passage has with it what stands before a colon', () => {
  const text = 'Socket, good for. USB-A, two: 5 Gbit/s, sticks, printers. USB-C, one: disks.';

  const passage = bestPassage({ ...page(), text, headings: [] }, [match('printers', 8)]);

  assert.equal(shown(passage), 'USB-A, two: 5 Gbit/s, sticks, [printers]. USB-C, one: disks.');
});

test('where that is far away, a passage starts after the colon', () => {
  const name = Array.from({ length: 20 }, (_, index) => `w${index}`).join(' ');

  const passage = bestPassage({ ...page(), text: `${name}: disks, printers.`, headings: [] }, [match('printers', 21)]);

  assert.equal(shown(passage), 'disks, [printers].');
});

test('a passage before the first heading has no heading', () => {
  const passage = bestPassage(page(), [match('snapshot', 5)]);

  assert.equal(passage.heading, undefined);
  assert.equal(shown(passage), 'Restore one file from a [snapshot].');
});

test('a match in title or keywords alone shows the summary', () => {
  const passage = bestPassage(page(), [match('undelete')]);

  assert.equal(passage.heading, undefined);
  assert.match(shown(passage), /^Restore one file from a snapshot\./);
});

test('a section with two words of the question beats one that repeats a word', () => {
  const passage = bestPassage(page(), [match('deleted', 12, 19), match('put', 14)]);

  assert.equal(passage.heading?.id, 'gone');
});

test('a long passage is cut, and says where', () => {
  const words = Array.from({ length: 100 }, (_, index) => `w${index}`);

  const passage = bestPassage({ ...page(), text: words.join(' '), headings: [] }, [match('w50', 50)]);

  assert.match(shown(passage), /^… w47 w48 w49 \[w50\] w51 .* w78 …$/);
});

test('markup in an article stays text', () => {
  const passage = bestPassage({ ...page(), text: 'Write <b>bold</b> here.', headings: [] }, [match('bold', 1)]);

  assert.equal(shown(passage), 'Write <[b>bold</b]> here.');
});

test('a page without text has an empty passage', () => {
  const passage = bestPassage({ ...page(), text: '', headings: [] }, []);

  assert.deepEqual(passage, { parts: [] });
});

function page(): FoundPage {
  return {
    address: '/articles/restore/',
    title: 'Restore',
    product: 'sync',
    text: TEXT,
    headings: [
      { id: 'gone', text: 'The file is gone', place: 6 },
      { id: 'why', text: 'Why', place: 18 },
    ],
    card: {
      slug: 'restore',
      product: 'Sync',
      newest: '5',
      firstAudience: 'home',
      audiencesOfProduct: ['home'],
      versions: [],
      audiences: [],
    },
  };
}

function match(word: string, ...places: number[]) {
  return { word, rarity: 2, places };
}

function shown({ parts }: Passage): string {
  return parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
}
