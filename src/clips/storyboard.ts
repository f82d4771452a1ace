import { z } from 'zod';
import { Screen } from './screen.ts';

const Words = z.string().min(1);

/** Two lines of captions; more cannot be read while something happens as well. */
const LONGEST_SENTENCE = 84;

const System = z.strictObject({
  version: z.union([z.literal(11), z.literal(12)], { error: 'Write 11 or 12.' }).describe('Of Northlight OS.'),
  dock: z.array(Words).max(5).default([]).describe('Apps in the dock of OS 12, from top to bottom.'),
});

const Menu = z.strictObject({
  at: Words.describe('What it belongs to: something that the screen shows.'),
  entries: z.array(Words).min(1).max(6).describe('From top to bottom.'),
});

const Typing = z.strictObject({
  into: Words.describe('The label of the field, or "Prompt" in a terminal.'),
  text: Words.max(40).describe('What is typed.'),
});

const Hold = z.strictObject({
  what: Words.describe('What is held down, such as "Power button".'),
  seconds: z.number().int().min(1).max(30).describe('How long a person holds it; the clip shows it shorter.'),
});

/** One sentence of a clip, with what the screen shows and what the pointer does meanwhile. */
export const Scene = z
  .strictObject({
    chapter: Words.optional().describe('Title of the chapter that begins here.'),
    screen: Words.describe('The name of a screen of this storyboard.'),
    menu: Menu.optional().describe('A menu that is open.'),
    notice: Words.max(48).optional().describe('A notice of the system, at the top of the screen.'),
    say: Words.max(LONGEST_SENTENCE).optional().describe('The caption. There is no sound, so it carries everything.'),
    point: Words.optional().describe('What the pointer goes to, without a click.'),
    click: Words.optional().describe('What is clicked, at the end of the scene.'),
    rightClick: Words.optional().describe('What is clicked with the right button, at the end of the scene.'),
    type: Typing.optional().describe('What is typed, and where.'),
    hold: Hold.optional().describe('What is held down.'),
    seconds: z.number().min(1).max(15).optional().describe('How long the scene lasts at least.'),
    poster: z.boolean().default(false).describe('Whether the poster shows the end of this scene.'),
  })
  .refine(
    ({ point, click, rightClick, type, hold }) =>
      [point, click, rightClick, type, hold].filter((action) => action !== undefined).length <= 1,
    {
      error: 'Make a scene of each: point, click, rightClick, type, hold.',
      params: { problem: 'Several things happen in this scene.' },
    },
  );
export type Scene = z.infer<typeof Scene>;

/** `content/videos/storyboards/<id>[.cut].yaml`: what a clip shows and says. */
export const Storyboard = z.strictObject({
  title: Words.max(80).describe('What the clip is about; its viewers do not see it.'),
  makes: z.enum(['clip', 'poster']).default('clip').describe('"poster" for a video that lies elsewhere.'),
  system: System.prefault({ version: 12 }).describe('Whose desktop it is.'),
  screens: z.array(Screen).min(1).describe('What is to be seen, each under a name.'),
  scenes: z.array(Scene).min(1).describe('In the order in which they are shown.'),
});
export type Storyboard = z.infer<typeof Storyboard>;
