import type { Frame } from '../frame-at.ts';
import type { Scene, Storyboard } from '../storyboard.ts';
import { screenOf } from '../timeline.ts';
import type { Moment } from './draw-block.ts';
import { drawCard } from './draw-card.ts';
import { drawComputers } from './draw-computers.ts';
import { drawDesktop } from './draw-desktop.ts';
import { drawFront } from './draw-front.ts';
import { escape, label } from './html.ts';

/** The HTML of a scene at one moment: everything but the pointer, which lies above. */
export function drawScreen(storyboard: Storyboard, frame: Frame): string {
  const scene = storyboard.scenes[frame.scene];
  if (!scene) throw new Error(`There is no scene ${frame.scene}.`);
  const moment = momentOf(scene, frame);
  const { card, front, computers, window } = screenOf(storyboard, scene);
  if (card) return drawCard(card);
  if (front) return drawFront(front, frame.light ?? { brightness: 0, blinked: 0 });
  if (computers) return drawComputers(computers, moment);
  return drawDesktop(storyboard.system, window, moment) + drawMenu(scene, moment) + drawNotice(scene);
}

function momentOf(scene: Scene, { hovered, typed, bar }: Frame): Moment {
  return {
    ...(hovered !== undefined && { hovered }),
    ...(scene.type && typed !== undefined && { typed: { into: scene.type.into, text: typed } }),
    bar: bar ?? 0,
  };
}

function drawMenu({ menu }: Scene, { hovered }: Moment): string {
  if (!menu) return '';
  const entries = menu.entries.map(
    (entry) => `<li ${label(entry)}${entry === hovered ? ' class="hovered"' : ''}>${escape(entry)}</li>`,
  );
  return `<ul class="menu" data-at="${escape(menu.at)}">${entries.join('')}</ul>`;
}

function drawNotice({ notice }: Scene): string {
  return notice === undefined ? '' : `<p class="notice">${escape(notice)}</p>`;
}
