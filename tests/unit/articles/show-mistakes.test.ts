import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
import { ASKED } from '../../../src/articles/reload-late-pages.ts';
import { CONTENT_READ, showMistakes } from '../../../src/articles/show-mistakes.ts';

type Sent = { type: string; err?: { message: string } };

test('mistakes are shown to every page that listens, as text and not as HTML', () => {
  const { read, open } = shown();
  const [one, other] = [open(), open()];

  read('a.mdx:3  topic\n"<b>" is not a topic.');

  const expected = ['error: a.mdx:3  topic\n&quot;&lt;b&gt;&quot; is not a topic.'];
  assert.deepEqual([one.map(brief), other.map(brief)], [expected, expected]);
});

test('a page that begins to listen while mistakes stand is shown them too', () => {
  const { read, open } = shown();
  read('One mistake.');

  const page = open();

  assert.deepEqual(page.map(brief), ['error: One mistake.']);
});

test('once the content is sound again pages are loaded anew, once, and nothing is shown to new ones', () => {
  const { read, open, toAll } = shown();
  read('One mistake.');
  read();
  read();

  const page = open();

  assert.deepEqual(toAll, ['full-reload']);
  assert.deepEqual(page, []);
});

test('sound content alone loads no page anew: Astro does, where something changed', () => {
  const { read, toAll } = shown();

  read();

  assert.deepEqual(toAll, []);
});

/** The server of dev: what it sends to all pages, and to one that opens. */
function shown() {
  const watcher = new EventEmitter();
  const pages = new EventEmitter();
  const clients = new Set<{ send: (each: Sent) => void }>();
  const toAll: string[] = [];
  const ws = { on: pages.on.bind(pages), send: ({ type }: Sent) => toAll.push(type), clients };
  showMistakes({ watcher, ws } as unknown as Parameters<typeof showMistakes>[0]);
  const read = (mistakes?: string) => watcher.emit(CONTENT_READ, mistakes);
  const open = () => {
    const heard: Sent[] = [];
    const page = { send: (each: Sent) => heard.push(each) };
    clients.add(page);
    pages.emit(ASKED, { msAgo: 0 }, page);
    return heard;
  };
  return { read, open, toAll };
}

function brief({ type, err }: Sent): string {
  return err ? `${type}: ${err.message}` : type;
}
