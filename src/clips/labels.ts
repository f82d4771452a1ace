import type { Block, Screen } from './screen.ts';
import type { Scene, Storyboard } from './storyboard.ts';

/** Everything on a scene's screen that the pointer can go to, by the words that a person sees there. */
export function labelsOf(screen: Screen, scene: Pick<Scene, 'menu'>, system: Storyboard['system']): string[] {
  return [...(scene.menu?.entries ?? []), ...labelsOfScreen(screen, system)];
}

function labelsOfScreen({ desktop, window, front, computers }: Screen, system: Storyboard['system']): string[] {
  if (desktop) return labelsOfSystem(system);
  if (front) return ['Power button', 'Light', 'Plug'];
  if (computers) return [...computers.left.body, ...computers.right.body].flatMap(labelsOfBlock);
  if (!window) return [];
  const blocks = [...window.body, ...(window.beside ?? [])];
  return ['Close', ...window.sidebar, ...blocks.flatMap(labelsOfBlock), ...labelsOfSystem(system)];
}

function labelsOfSystem({ version, dock }: Storyboard['system']): string[] {
  return version === 12 ? [...dock, 'Sync mark'] : ['System menu', 'Sync mark'];
}

function labelsOfBlock({ list, field, checks, buttons, page, digits, bar, terminal }: Block): string[] {
  return [
    ...(list?.rows ?? []).flatMap(({ name, button }) => [name, ...(button ? [buttonLabel(button, name)] : [])]),
    ...(field ? [field.label] : []),
    ...(checks ?? []).map(({ label }) => label),
    ...(buttons ?? []),
    ...(page ? [page.title] : []),
    ...(digits === undefined ? [] : [digits]),
    ...(bar ? [bar.label] : []),
    ...(terminal ? ['Prompt'] : []),
  ];
}

/** The mark at the end of a row has no words of its own: "History of Plan.odt". */
export function buttonLabel(button: string, rowName: string): string {
  return `${button} of ${rowName}`;
}

/** What the pointer goes to in a scene, if it goes anywhere. */
export function targetOf({ point, click, rightClick, type, hold }: Scene): string | undefined {
  return point ?? click ?? rightClick ?? type?.into ?? hold?.what;
}
