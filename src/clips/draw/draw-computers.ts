import type { Screen } from '../screen.ts';
import { drawBlock, type Moment } from './draw-block.ts';
import { escape } from './html.ts';
import { drawSign } from './signs.ts';

type Computers = NonNullable<Screen['computers']>;

/** Two computers on a table, with what is between them. */
export function drawComputers({ left, right, joinedBy }: Computers, moment: Moment): string {
  return `<div class="computers">${drawComputer(left, moment)}${drawBetween(joinedBy)}${drawComputer(right, moment)}</div>`;
}

function drawComputer({ name, body }: Computers['left'], moment: Moment): string {
  return `<figure><figcaption>${escape(name)}</figcaption>
    <div class="glass">${body.map((block) => drawBlock(block, moment)).join('')}</div><i class="stand"></i><i class="base"></i></figure>`;
}

function drawBetween(joinedBy: Computers['joinedBy']): string {
  switch (joinedBy) {
    case 'nothing':
      return '<div class="between"></div>';
    case 'cable':
      return '<div class="between"><i class="cable"></i><span>USB-C cable</span></div>';
    case 'network':
      return `<div class="between">${drawSign('network')}<span>same network</span></div>`;
  }
}
