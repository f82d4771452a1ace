import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

/** WCAG 2.5.1, 2.5.2, 2.5.4 and 2.5.7: what would need a path, a second finger, a shake, or act before it is let go. */
const GESTURES =
  /devicemotion|deviceorientation|touchmove|pointermove|mousemove|gesturestart|dragstart|draggable|onDrag|onTouchMove|onPointerMove|onMouseMove|onMouseDown|onPointerDown|onTouchStart/;
/** Listeners for a press, each with what it does then. */
const ON_PRESS: Readonly<Record<string, string>> = {
  'src/islands/interact.ts': 'loads what will be needed, and does nothing with it before the click',
  'src/islands/look-ahead.ts': 'asks for the page that is about to be opened',
  'src/search/browser/combobox.ts': 'keeps the list open until the pointer is let go, so that the click arrives',
  'src/search/browser/search-box.ts': 'fetches the index, so that it is there with the first letter',
  'src/search/browser/search-popup.ts': 'leaves the focus in the field',
  'src/search/browser/slash-key.ts': 'leaves the focus in the field',
};

test('nothing is done by dragging, drawing, shaking or pressing down', () => {
  const files = globSync('src/**/*.{ts,tsx,astro}').map((file) => ({ file, text: readFileSync(file, 'utf8') }));

  const gestures = files.filter(({ text }) => GESTURES.test(text)).map(({ file }) => file);
  const presses = files
    .filter(({ text }) => /['"](pointerdown|mousedown|touchstart)['"]/.test(text))
    .map(({ file }) => file)
    .filter((file) => !(file in ON_PRESS));

  assert.ok(files.length > 100);
  assert.deepEqual(gestures, []);
  assert.deepEqual(presses, []);
});
