import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { drawScreen } from './draw/draw-screen.ts';
import { frameAt } from './frame-at.ts';
import { targetOf } from './labels.ts';
import { setStage, spotOf } from './stage.ts';
import { stagingOf, stagingOfPoster, type Film, type Spot } from './staging.ts';
import type { Run } from './still-runs.ts';
import type { Storyboard } from './storyboard.ts';
import type { Shot } from './timeline.ts';

const WIDTH = 1280;
const HEIGHT = 720;

/** A picture on disk and for how many frames it stands still. */
export type Take = { file: string; frames: number };

const STYLES = ['base', 'desktop', 'window', 'blocks', 'card', 'front', 'computers', 'pointer'];
const POSTER_QUALITY = 80;
// Debian's Chromium looks for its makers at every start. Without hinting, letters look the same on every machine.
const BROWSER_ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

/** Draws each different picture once into `folder`, and the poster; takes come back in the order of the clip. */
export async function record(
  storyboard: Storyboard,
  shots: readonly Shot[],
  runs: readonly Run[],
  paths: { browser: string; folder: string; poster: string },
): Promise<Take[]> {
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: paths.browser,
    chromiumSandbox: !isRoot,
    args: BROWSER_ARGUMENTS,
  });
  try {
    const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT }, deviceScaleFactor: 1 });
    await page.setContent(await stageHtml());
    const film = { storyboard, shots, spots: await findSpots(page, storyboard, shots) };
    await page.evaluate(setStage, stagingOfPoster(film));
    await page.screenshot({ path: paths.poster, type: 'jpeg', quality: POSTER_QUALITY });
    return storyboard.makes === 'poster' ? [] : await shoot(page, film, runs, paths.folder);
  } finally {
    await browser.close();
  }
}

async function shoot(page: Page, film: Film, runs: readonly Run[], folder: string): Promise<Take[]> {
  const files = new Map<string, string>();
  const takes: Take[] = [];
  for (const { frame, frames } of runs) {
    const key = JSON.stringify(frame);
    const file = files.get(key) ?? join(folder, `${files.size}.png`);
    if (!files.has(key)) {
      await page.evaluate(setStage, stagingOf(film, frame));
      await page.screenshot({ path: file });
      files.set(key, file);
    }
    takes.push({ file, frames });
  }
  return takes;
}

async function stageHtml(): Promise<string> {
  const styles = STYLES.map((name) => readFile(new URL(`./draw/${name}.css`, import.meta.url), 'utf8'));
  const css = (await Promise.all(styles)).join('\n');
  const arrow = 'M2 2v33l8.5-8 5.8 13.5 6-2.6-5.8-13.3h11.5Z';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>${css}</style><body>
    <div id="below"></div><div id="above"></div><div id="over"><i id="ring"></i>
    <i id="touch"><b id="held"></b></i>
    <svg id="pointer" width="52" height="72" viewBox="0 0 31 43"><path d="${arrow}" fill="#111" stroke="#fff" stroke-width="2.2"/></svg></div>`;
}

/** Where each scene's target lies, which only a laid-out page knows. */
async function findSpots(page: Page, storyboard: Storyboard, shots: readonly Shot[]): Promise<Map<number, Spot>> {
  const spots = new Map<number, Spot>();
  for (const [scene, shown] of storyboard.scenes.entries()) {
    const target = targetOf(shown);
    if (target === undefined) continue;
    await page.evaluate(setStage, {
      above: drawScreen(storyboard, frameAt(storyboard, shots, shots[scene]?.startMs ?? 0)),
      opacity: 1,
    });
    const spot = await page.evaluate(spotOf, target);
    if (!spot) throw new Error(`"${target}" of scene ${scene + 1} is on no screen, though its label is known.`);
    spots.set(scene, spot);
  }
  return spots;
}
