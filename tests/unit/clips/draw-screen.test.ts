import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { drawScreen } from '../../../src/clips/draw/draw-screen.ts';
import { frameAt } from '../../../src/clips/frame-at.ts';
import { targetOf } from '../../../src/clips/labels.ts';
import { readStoryboard } from '../../../src/clips/read-storyboard.ts';
import { timeline } from '../../../src/clips/timeline.ts';
import { storyboardOf } from './storyboard-fixture.ts';

const FOLDER = 'content/videos/storyboards';

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))) {
  test(`whatever ${file} points at is drawn once`, () => {
    const read = readStoryboard(readFileSync(`${FOLDER}/${file}`, 'utf8'), file);
    assert.ok(read.ok);
    const shots = timeline(read.storyboard);

    const counts = read.storyboard.scenes.map((scene, index) => {
      const html = drawScreen(read.storyboard, frameAt(read.storyboard, shots, shots[index]?.startMs ?? 0));
      const target = targetOf(scene);
      return target === undefined ? 1 : html.split(`data-label="${target}"`).length - 1;
    });

    assert.deepEqual(
      counts,
      counts.map(() => 1),
    );
  });
}

test('text of a storyboard is drawn as text, never as markup', () => {
  const storyboard = storyboardOf(
    '  - { screen: files, say: Hello., notice: <img src=x>, menu: { at: Bin, entries: [<i>] } }',
  );

  const html = drawScreen(storyboard, { scene: 0 });

  assert.doesNotMatch(html, /<img|<i>/);
  assert.match(html, /&lt;img src=x&gt;/);
});
