import { readYaml } from '../articles/read-yaml.ts';
import { didYouMean } from '../errors/did-you-mean.ts';
import type { UserError } from '../errors/user-error.ts';
import { labelsOf, targetOf } from './labels.ts';
import { Storyboard, type Scene } from './storyboard.ts';

/** A storyboard, or every mistake in it. */
export type StoryboardRead = { ok: true; storyboard: Storyboard } | { ok: false; mistakes: UserError[] };

type Slip = { field: string; problem: string; fix: string };

/** Reads a storyboard and holds its scenes against its screens. Never throws: what is wrong comes back as mistakes. */
export function readStoryboard(text: string, file: string): StoryboardRead {
  const read = readYaml(text, file, Storyboard);
  if (!read.ok) return { ok: false, mistakes: read.mistakes };
  const storyboard = read.value;
  const slips = [
    ...screenSlips(storyboard),
    ...storyboard.scenes.flatMap((scene, index) => sceneSlips(storyboard, scene, `scenes[${index}]`)),
    ...posterSlips(storyboard),
    ...captionSlips(storyboard),
  ];
  if (slips.length === 0) return { ok: true, storyboard };
  const mistakes = slips.map(({ field, problem, fix }) => ({
    problem,
    where: { file, line: read.lineOf(field) ?? 1, field },
    fix,
  }));
  return { ok: false, mistakes };
}

function screenSlips({ screens, scenes }: Storyboard): Slip[] {
  return screens.flatMap(({ name }, index) => {
    const field = `screens[${index}].name`;
    if (screens.findIndex((screen) => screen.name === name) < index) {
      return [{ field, problem: `A screen named "${name}" is there already.`, fix: 'Give this one another name.' }];
    }
    if (scenes.some(({ screen }) => screen === name)) return [];
    return [{ field, problem: `No scene shows the screen "${name}".`, fix: 'Show it in a scene, or take it out.' }];
  });
}

function sceneSlips({ screens, system }: Storyboard, scene: Scene, field: string): Slip[] {
  const screen = screens.find(({ name }) => name === scene.screen);
  if (!screen) {
    const names = screens.map(({ name }) => name);
    const fix = `${didYouMean(scene.screen, names)}The screens are ${names.join(', ')}.`;
    return [{ field: `${field}.screen`, problem: `There is no screen "${scene.screen}" in this storyboard.`, fix }];
  }
  const { menu, ...withoutMenu } = scene;
  const target = targetOf(scene);
  return [
    ...(menu ? labelSlips(menu.at, labelsOf(screen, {}, system), `${field}.menu.at`) : []),
    ...(target === undefined
      ? []
      : labelSlips(target, labelsOf(screen, scene, system), targetField(withoutMenu, field))),
  ];
}

function targetField(scene: Scene, field: string): string {
  const { point, click, rightClick, type } = scene;
  if (point !== undefined) return `${field}.point`;
  if (click !== undefined) return `${field}.click`;
  if (rightClick !== undefined) return `${field}.rightClick`;
  return type ? `${field}.type.into` : `${field}.hold.what`;
}

function labelSlips(label: string, labels: readonly string[], field: string): Slip[] {
  const count = labels.filter((other) => other === label).length;
  if (count === 1) return [];
  if (count > 1) {
    const problem = `"${label}" is on this screen ${count === 2 ? 'twice' : `${count} times`}.`;
    return [{ field, problem, fix: 'Change the words of the others, so that it is clear which one is meant.' }];
  }
  const known = labels.length > 0 ? `It shows ${labels.join(', ')}.` : 'It shows nothing that one can point at.';
  return [{ field, problem: `"${label}" is not on this screen.`, fix: `${didYouMean(label, labels)}${known}` }];
}

function posterSlips({ scenes }: Storyboard): Slip[] {
  const posters = scenes.flatMap(({ poster }, index) => (poster ? [index] : []));
  return posters.slice(1).map((index) => ({
    field: `scenes[${index}].poster`,
    problem: 'A second scene is marked as the poster.',
    fix: 'Keep "poster: true" in one scene.',
  }));
}

function captionSlips({ makes, scenes }: Storyboard): Slip[] {
  if (makes === 'poster' || scenes.some(({ say }) => say !== undefined)) return [];
  return [
    {
      field: 'scenes',
      problem: 'This clip says nothing.',
      fix: 'Give its scenes "say": the captions are the transcript, and what a search finds.',
    },
  ];
}
