import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { formatMistakes } from '../../../src/errors/user-error.ts';
import { readStoryboard } from '../../../src/clips/read-storyboard.ts';
import { storyboardText } from './storyboard-fixture.ts';

const wrong: [string, string, string][] = [
  [
    'a screen that is not there',
    '  - { screen: titel, say: Hello. }\n  - { screen: title }',
    `storyboards/plan.yaml:6  scenes[0].screen
There is no screen "titel" in this storyboard.
Did you mean "title"? The screens are title.`,
  ],
  [
    'a target that the screen does not show',
    '  - { screen: title, say: Hello. }\n  - { screen: files, click: Bni }',
    `storyboards/plan.yaml:14  scenes[1].click
"Bni" is not on this screen.
Did you mean "Bin"? It shows Close, Files, Bin, Plan.odt, History of Plan.odt, Letter.odt, Find, Sync mark.`,
  ],
  [
    'a target on a title',
    '  - { screen: title, say: Hello., point: Bin }',
    `storyboards/plan.yaml:6  scenes[0].point
"Bin" is not on this screen.
It shows nothing that one can point at.`,
  ],
  [
    'a target that stands twice on the screen',
    '  - { screen: title, say: Hello. }\n  - { screen: files, menu: { at: Plan.odt, entries: [Bin] }, click: Bin }',
    `storyboards/plan.yaml:14  scenes[1].click
"Bin" is on this screen twice.
Change the words of the others, so that it is clear which one is meant.`,
  ],
  [
    'a menu that belongs to nothing',
    '  - { screen: title, say: Hello. }\n  - { screen: files, menu: { at: Plan, entries: [Open] } }',
    `storyboards/plan.yaml:14  scenes[1].menu.at
"Plan" is not on this screen.
It shows Close, Files, Bin, Plan.odt, History of Plan.odt, Letter.odt, Find, Sync mark.`,
  ],
  [
    'typing into something that is not there',
    '  - { screen: title, say: Hello. }\n  - { screen: files, type: { into: Fnd, text: plan } }',
    `storyboards/plan.yaml:14  scenes[1].type.into
"Fnd" is not on this screen.
Did you mean "Find"? It shows Close, Files, Bin, Plan.odt, History of Plan.odt, Letter.odt, Find, Sync mark.`,
  ],
  [
    'two actions in one scene',
    '  - { screen: title, say: Hello., point: Bin, click: Bin }',
    `storyboards/plan.yaml:6  scenes[0]
Several things happen in this scene.
Make a scene of each: point, click, rightClick, type, hold.`,
  ],
  [
    'a caption that is too long to read',
    `  - { screen: title, say: ${'a'.repeat(85)} }`,
    `storyboards/plan.yaml:6  scenes[0].say
"scenes[0].say" is too long.
At most 84 characters.`,
  ],
  [
    'a misspelt field',
    '  - { screen: title, says: Hello. }',
    `storyboards/plan.yaml:6  scenes[0].says
There is no field "says" here.
Did you mean "say"? The fields are chapter, screen, menu, notice, say, point, click, rightClick, type, hold, seconds, poster.`,
  ],
  [
    'two posters',
    '  - { screen: title, say: Hello., poster: true }\n  - { screen: title, poster: true }',
    `storyboards/plan.yaml:7  scenes[1].poster
A second scene is marked as the poster.
Keep "poster: true" in one scene.`,
  ],
  [
    'no captions',
    '  - { screen: title }',
    `storyboards/plan.yaml:5  scenes
This clip says nothing.
Give its scenes "say": the captions are the transcript, and what a search finds.`,
  ],
];

for (const [what, scenes, told] of wrong) {
  test(`a storyboard with ${what} is told in words`, () => {
    const read = readStoryboard(storyboardText(scenes), 'storyboards/plan.yaml');

    assert.equal(read.ok ? '' : formatMistakes(read.mistakes), told);
  });
}

test('screens that are empty, doubled or never shown are told together', () => {
  const text = `title: Plan
screens:
  - { name: title, card: { title: One } }
  - { name: title, card: { title: Two } }
  - { name: files, desktop: {} }
scenes:
  - { screen: title, say: Hello. }`;

  const read = readStoryboard(text, 'plan.yaml');

  assert.equal(
    read.ok ? '' : formatMistakes(read.mistakes),
    `plan.yaml:4  screens[1].name
A screen named "title" is there already.
Give this one another name.

plan.yaml:5  screens[2].name
No scene shows the screen "files".
Show it in a scene, or take it out.`,
  );
});

test('a screen without a drawing, and a part that is two things, are told in words', () => {
  const text = `title: Plan
screens:
  - name: nothing
  - name: both
    window:
      title: Sync
      body:
        - { text: One, heading: Two }
scenes:
  - { screen: nothing, say: Hello. }`;

  const read = readStoryboard(text, 'plan.yaml');

  assert.equal(
    read.ok ? '' : formatMistakes(read.mistakes),
    `plan.yaml:3  screens[0]
A screen is one drawing, not none or several.
Give it one of card, desktop, window, front, computers.

plan.yaml:8  screens[1].window.body[0]
A part of a screen is one thing, not none or several.
Begin each part with "- ": one of heading, text, list, field, checks, buttons, page, digits, bar, terminal.`,
  );
});

test('a storyboard for a poster needs no captions', () => {
  const text =
    'title: Film\nmakes: poster\nscreens: [{ name: title, card: { title: Film } }]\nscenes: [{ screen: title }]';

  const read = readStoryboard(text, 'film.yaml');

  assert.equal(read.ok, true);
});

test('the storyboard that writers are shown as an example can be filmed', () => {
  const manual = readFileSync('content/videos/storyboards/README.md', 'utf8');
  const example = /```yaml\n([\s\S]*?)```/.exec(manual)?.[1] ?? '';

  const read = readStoryboard(example, 'README.md');

  assert.equal(read.ok ? '' : formatMistakes(read.mistakes), '');
});
