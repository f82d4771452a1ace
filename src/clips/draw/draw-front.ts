import type { Light } from '../light.ts';
import type { Screen } from '../screen.ts';
import { escape, label } from './html.ts';

type Front = NonNullable<Screen['front']>;

const WHITE = '#ffffff';
const AMBER = '#ffab2e';

/** The front of the Mini on a table, its power plug beside it. The light is the ring around the button. */
export function drawFront(front: Front, { brightness, blinked }: Light): string {
  const colour = front.light === 'amber' ? AMBER : WHITE;
  const glow = `<circle cx="760" cy="305" r="78" fill="${colour}" opacity="${brightness * 0.22}"/>
    <circle cx="760" cy="305" r="58" fill="${colour}" opacity="${brightness * 0.3}"/>`;
  return `<div class="front"><svg viewBox="0 0 1280 720">
    <rect class="table" y="452" width="1280" height="268"/>
    <path class="cord" d="M880 420C940 452 1000 440 1062 ${front.plugged ? '300' : '424'}"/>
    ${drawPlug(front.plugged)}
    <rect class="foot" x="120" y="440" width="90" height="14" rx="5"/><rect class="foot" x="790" y="440" width="90" height="14" rx="5"/>
    <rect class="box" x="90" y="170" width="820" height="272" rx="34"/>
    <path class="seam" d="M96 232H904"/>
    <g class="socket"><rect x="150" y="282" width="104" height="44" rx="6"/><rect x="166" y="302" width="72" height="12" rx="3"/>
    <rect x="282" y="282" width="104" height="44" rx="6"/><rect x="298" y="302" width="72" height="12" rx="3"/>
    <rect x="414" y="288" width="82" height="32" rx="16"/><rect x="432" y="300" width="46" height="8" rx="4"/>
    <circle cx="556" cy="304" r="21"/><circle cx="556" cy="304" r="9"/></g>
    <g class="power">${glow}<circle class="button" cx="760" cy="305" r="40"/>
    <circle cx="760" cy="305" r="48" fill="none" stroke="#4b545c" stroke-width="12"/>
    <circle cx="760" cy="305" r="48" fill="none" stroke="${colour}" stroke-width="12" opacity="${brightness}"/>
    <path class="sign-of-power" d="M760 287v17M748 294a16 16 0 1 0 24 0"/></g>
    </svg>
    <i class="spot" style="left:724px;top:269px;width:72px;height:72px" ${label('Power button')}></i>
    <i class="spot" style="left:800px;top:262px;width:20px;height:20px" ${label('Light')}></i>
    <i class="spot" style="left:1070px;top:270px;width:60px;height:60px" ${label('Plug')}></i>
    <p>${escape(front.note ?? '')}${front.blinks === undefined ? '' : drawCount(front.blinks, blinked)}</p></div>`;
}

function drawPlug(isPlugged: boolean): string {
  const socket = `<rect class="wall-socket" x="1064" y="196" width="150" height="150" rx="18"/>
    <circle class="hole" cx="1119" cy="271" r="10"/><circle class="hole" cx="1159" cy="271" r="10"/>`;
  const plug = isPlugged
    ? '<rect class="plug" x="1092" y="240" width="94" height="62" rx="16"/><path class="cord" d="M1062 300C1066 284 1076 271 1094 271"/>'
    : `<rect class="plug" x="1058" y="396" width="86" height="56" rx="14"/>
      <path class="pins" d="M1144 412h28M1144 436h28"/>`;
  return socket + plug;
}

/** A dot a blink: whoever cannot tell the colours, or looked away, can still count. */
function drawCount(blinks: number, blinked: number): string {
  const dots = Array.from({ length: blinks }, (_, index) => `<i class="${index < blinked ? 'seen' : ''}"></i>`);
  return `<span class="count">${dots.join('')}</span>`;
}
