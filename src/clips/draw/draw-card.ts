import type { Screen } from '../screen.ts';
import { escape } from './html.ts';
import { drawSign } from './signs.ts';

/** A title on plain paper. */
export function drawCard({ title, text, sign }: NonNullable<Screen['card']>): string {
  const above =
    sign === 'mark'
      ? drawSign('mark')
      : `<div class="bars"><i></i><i></i><i></i><i></i><i></i><i></i></div>${drawSign('speaker')}`;
  return `<div class="card ${sign}"><div class="above">${above}</div><h1>${escape(title)}</h1>
    <p>${escape(text ?? '')}</p></div>`;
}
