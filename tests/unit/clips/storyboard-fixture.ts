import { readStoryboard } from '../../../src/clips/read-storyboard.ts';
import type { Storyboard } from '../../../src/clips/storyboard.ts';

const SCREENS = [
  `  - name: title
    card: { title: Get back a file }`,
  `  - name: files
    window:
      title: Sync
      sidebar: [Files, Bin]
      body:
        - list: { rows: [{ name: Plan.odt, button: History }, { name: Letter.odt }] }
        - field: { label: Find }`,
  `  - name: blinking
    front: { light: amber, blinks: 3 }`,
  `  - name: moving
    computers:
      left: { name: Old, body: [{ text: Stays }] }
      right: { name: New, body: [{ bar: { label: Moving, from: 0, to: 100 } }] }
      joinedBy: cable`,
];

/** A storyboard with these scenes, on screens named title, files, blinking and moving. It need not say anything. */
export function storyboardOf(scenes: string): Storyboard {
  const read = readStoryboard(`makes: poster\n${storyboardText(scenes)}`, 'storyboards/plan.yaml');
  if (!read.ok) throw new Error(read.mistakes.map(({ problem }) => problem).join('\n'));
  return { ...read.storyboard, makes: 'clip' };
}

/** Its YAML: the screens that the scenes name, from line 3 on, then the scenes. */
export function storyboardText(scenes: string): string {
  const shown = SCREENS.filter((screen) => scenes.includes(`screen: ${/name: (\w+)/.exec(screen)?.[1]}`));
  return `title: Plan\nscreens:\n${shown.join('\n')}\nscenes:\n${scenes}`;
}
