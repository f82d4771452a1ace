import type { Screen } from '../screen.ts';
import type { Storyboard } from '../storyboard.ts';
import { drawBlock, type Moment } from './draw-block.ts';
import { escape, label } from './html.ts';
import { drawSign, signOfApp } from './signs.ts';

type System = Storyboard['system'];
type Window = NonNullable<Screen['window']>;

/** The desktop of Northlight OS, with a window where there is one. Captions lie over its lowest sixth. */
export function drawDesktop(system: System, window: Window | undefined, moment: Moment): string {
  return `<div class="desktop os-${system.version}">
    <svg class="hills" viewBox="0 0 1280 720"><path class="far" d="M0 560C260 470 470 640 760 570S1120 480 1280 540V720H0Z"/>
    <path class="near" d="M0 640C300 590 520 690 820 650S1130 600 1280 630V720H0Z"/></svg>
    ${drawMenuBar(system, moment)}${drawDock(system, moment)}${window ? drawWindow(window, moment) : ''}
  </div>`;
}

function drawMenuBar({ version }: System, { hovered }: Moment): string {
  const mark =
    version === 11
      ? `<span class="${touched('System menu', hovered)}" ${label('System menu')}>${drawSign('mark')}</span>`
      : `<span>${drawSign('mark')}</span>`;
  return `<header class="menu-bar">${mark}<b>Northlight OS ${version}</b>
    <span class="sync-mark ${touched('Sync mark', hovered)}" ${label('Sync mark')}>${drawSign('tick')}</span><span>11:00</span></header>`;
}

function drawDock({ version, dock }: System, { hovered }: Moment): string {
  if (version !== 12) return '';
  const apps = dock.map((app) => {
    const name = app === hovered ? `<em>${escape(app)}</em>` : '';
    return `<li class="${touched(app, hovered)}" ${label(app)}>${drawSign(signOfApp(app))}${name}</li>`;
  });
  return `<ul class="dock">${apps.join('')}</ul>`;
}

function drawWindow({ title, address, sidebar, here, body, beside }: Window, moment: Moment): string {
  const places = sidebar.map((place) => {
    const classes = [place === here ? 'chosen' : '', touched(place, moment.hovered)].join(' ').trim();
    return `<li class="${classes}" ${label(place)}>${escape(place)}</li>`;
  });
  const columns = [body, ...(beside ? [beside] : [])].map(
    (blocks) => `<section>${blocks.map((block) => drawBlock(block, moment)).join('')}</section>`,
  );
  return `<div class="window${address === undefined ? '' : ' browser'}">
    <header><span class="close ${touched('Close', moment.hovered)}" ${label('Close')}>${drawSign('cross')}</span>
      <b>${address === undefined ? escape(title) : `<span class="address">${escape(address)}</span>`}</b></header>
    <div class="inside">${places.length > 0 ? `<ul class="sidebar">${places.join('')}</ul>` : ''}${columns.join('')}</div>
  </div>`;
}

function touched(words: string, hovered: string | undefined): string {
  return words === hovered ? 'hovered' : '';
}
