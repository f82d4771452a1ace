import { buttonLabel } from '../labels.ts';
import type { Block } from '../screen.ts';
import { escape, label } from './html.ts';
import { drawSign } from './signs.ts';

/** What is different from one moment of a scene to the next. */
export type Moment = {
  /** The label that the pointer is on. */
  hovered?: string;
  typed?: { into: string; text: string };
  /** How far the bars are, 0 to 1. */
  bar: number;
};

type List = NonNullable<Block['list']>;

/** One part of a window or of a computer's screen. */
export function drawBlock(block: Block, moment: Moment): string {
  const { heading, text, list, field, checks, buttons, page, digits, bar, terminal } = block;
  if (heading !== undefined) return `<h2>${escape(heading)}</h2>`;
  if (text !== undefined) return `<p>${escape(text)}</p>`;
  if (list) return drawList(list, moment);
  if (field) return drawField(field.label, field.value ?? '', moment);
  if (checks) return `<ul class="checks">${checks.map(drawCheck).join('')}</ul>`;
  if (buttons) return `<div class="buttons">${buttons.map((name) => drawButton(name, moment)).join('')}</div>`;
  if (page) {
    const lines = page.lines.map((line) => `<p>${escape(line)}</p>`).join('');
    return `<article class="page"><h3 ${label(page.title)}>${escape(page.title)}</h3>${lines}</article>`;
  }
  if (digits !== undefined) return `<p class="digits" ${label(digits)}>${escape(digits)}</p>`;
  if (bar) return drawBar(bar, moment);
  return drawTerminal(terminal ?? [], moment);
}

function drawList({ rows, chosen, code }: List, { hovered }: Moment): string {
  const drawn = rows.map(({ name, details, sign, button }) => {
    const classes = [name === chosen ? 'chosen' : '', name === hovered ? 'hovered' : ''].join(' ').trim();
    return `<li class="${classes}">
      ${sign ? `<span class="before ${sign}">${drawSign(sign)}</span>` : ''}
      <span class="name${code ? ' code' : ''}" ${label(name)}>${escape(name)}</span>
      ${details === undefined ? '' : `<span class="details">${escape(details)}</span>`}
      ${button ? drawRowButton(button, name, hovered) : ''}
    </li>`;
  });
  return `<ul class="rows">${drawn.join('')}</ul>`;
}

function drawRowButton(button: 'History' | 'More', rowName: string, hovered: string | undefined): string {
  const words = buttonLabel(button, rowName);
  const classes = words === hovered ? 'row-button hovered' : 'row-button';
  return `<span class="${classes}" ${label(words)}>${drawSign(button === 'History' ? 'clock' : 'dots')}</span>`;
}

function drawField(name: string, value: string, { typed }: Moment): string {
  const isTyped = typed?.into === name;
  const text = isTyped ? value + typed.text : value;
  const caret = isTyped ? '<i class="caret"></i>' : '';
  return `<div class="field"><span>${escape(name)}</span><b ${label(name)}>${escape(text)}${caret}&nbsp;</b></div>`;
}

function drawCheck({ label: name, details, on }: NonNullable<Block['checks']>[number]): string {
  const box = `<span class="box${on ? ' on' : ''}" ${label(name)}>${on ? drawSign('tick') : ''}</span>`;
  return `<li>${box}<span class="name">${escape(name)}</span><span class="details">${escape(details ?? '')}</span></li>`;
}

function drawButton(name: string, { hovered }: Moment): string {
  return `<span class="button${name === hovered ? ' hovered' : ''}" ${label(name)}>${escape(name)}</span>`;
}

function drawBar({ label: name, from, to }: NonNullable<Block['bar']>, { bar }: Moment): string {
  const percent = Math.round(from + (to - from) * bar);
  return `<div class="bar" ${label(name)}><span>${escape(name)}</span><b>${percent} %</b>
    <i><i style="inline-size:${percent}%"></i></i></div>`;
}

function drawTerminal(lines: readonly string[], { typed }: Moment): string {
  const text = typed?.into === 'Prompt' ? typed.text : '';
  const before = lines.map((line) => escape(line)).join('\n');
  return `<pre class="terminal" ${label('Prompt')}>${before}${escape(text)}<i class="caret"></i></pre>`;
}
