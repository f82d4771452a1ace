import { z } from 'zod';

const Words = z.string().min(1);

const Row = z.strictObject({
  name: Words.describe('What the row is about, such as the name of a file.'),
  details: Words.optional().describe('What stands at the end of the row, such as a day or a size.'),
  sign: z
    .enum(['file', 'folder', 'tick', 'cross', 'computer'])
    .optional()
    .describe('The little picture before the name.'),
  button: z.enum(['History', 'More']).optional().describe('The clock mark or the three dots at the end of the row.'),
});

const List = z.strictObject({
  rows: z.array(Row).min(1).max(7).describe('From top to bottom; seven fit into a window.'),
  chosen: Words.optional().describe('The name of the row that is chosen.'),
  code: z.boolean().optional().describe('Whether the names are set as code, as keys of settings are.'),
});

const Check = z.strictObject({
  label: Words.describe('What is switched on or off.'),
  details: Words.optional().describe('What stands behind it, such as a size.'),
  on: z.boolean().default(true).describe('Whether it is ticked.'),
});

const Bar = z.strictObject({
  label: Words.describe('What is being done.'),
  from: z.number().min(0).max(100).describe('Per cent when the scene begins.'),
  to: z.number().min(0).max(100).describe('Per cent when the scene ends.'),
});

const Field = z.strictObject({
  label: Words.describe('What the field asks for.'),
  value: Words.optional().describe('What it holds before anything is typed.'),
});

const Page = z.strictObject({
  title: Words.describe('The first line of the document.'),
  lines: z.array(z.string()).max(6).default([]).describe('Its other lines; an empty one is an empty line.'),
});

/** One part of what a window shows, in the order in which parts stand below each other. */
export const Block = z
  .strictObject({
    heading: Words.optional().describe('A line in larger type.'),
    text: Words.optional().describe('A paragraph.'),
    list: List.optional().describe('Rows to choose from.'),
    field: Field.optional().describe('A field to type into.'),
    checks: z.array(Check).min(1).optional().describe('Things to tick.'),
    buttons: z.array(Words).min(1).max(3).optional().describe('Buttons side by side; the first is the one to press.'),
    page: Page.optional().describe('A document on paper.'),
    digits: Words.optional().describe('A number to compare, in large digits.'),
    bar: Bar.optional().describe('How far something is.'),
    terminal: z.array(z.string()).min(1).optional().describe('Lines of a terminal; "$ " begins what a person types.'),
  })
  .refine(hasOne, {
    error:
      'Begin each part with "- ": one of heading, text, list, field, checks, buttons, page, digits, bar, terminal.',
    params: { problem: 'A part of a screen is one thing, not none or several.' },
  });
export type Block = z.infer<typeof Block>;

const Card = z.strictObject({
  title: Words.max(60).describe('Set large in the middle.'),
  text: Words.max(90).optional().describe('One line below it.'),
  sign: z.enum(['mark', 'picture-and-sound']).default('mark').describe('What is drawn above the title.'),
});

const Desktop = z.strictObject({});

const Window = z.strictObject({
  title: Words.describe('Its title bar, mostly the name of the app.'),
  address: Words.optional().describe('For a page in a browser: its address, without https://.'),
  sidebar: z.array(Words).max(8).default([]).describe('What one can choose at the side.'),
  here: Words.optional().describe('Which of these is chosen.'),
  body: z.array(Block).min(1).describe('What the window shows, from top to bottom.'),
  beside: z.array(Block).optional().describe('A second column, such as the file as it was then.'),
});

const Front = z.strictObject({
  light: z.enum(['off', 'white', 'breathing', 'amber']).describe('The light on the front of the Mini.'),
  blinks: z.number().int().min(2).max(5).optional().describe('How often it blinks before each pause.'),
  plugged: z.boolean().default(true).describe('Whether the power plug is in the wall.'),
  note: Words.max(44).optional().describe('What the light does, in words, below the Mini.'),
});

const Computer = z.strictObject({
  name: Words.max(28).describe('Which computer it is.'),
  body: z.array(Block).min(1).max(4).describe('What its screen shows.'),
});

const Computers = z.strictObject({
  left: Computer.describe('The computer on the left.'),
  right: Computer.describe('The computer on the right.'),
  joinedBy: z.enum(['nothing', 'cable', 'network']).describe('What is between them.'),
});

/** What is to be seen: one of a small, closed set of drawings, under a name that scenes use. */
export const Screen = z
  .strictObject({
    name: Words.describe('What scenes call it.'),
    card: Card.optional().describe('A title on plain paper.'),
    desktop: Desktop.optional().describe('The desktop without a window; write {}.'),
    window: Window.optional().describe('A window of an app, or of a browser.'),
    front: Front.optional().describe('The front of the Mini with its light.'),
    computers: Computers.optional().describe('Two computers side by side.'),
  })
  .refine(({ name: _name, ...drawings }) => hasOne(drawings), {
    error: 'Give it one of card, desktop, window, front, computers.',
    params: { problem: 'A screen is one drawing, not none or several.' },
  });
export type Screen = z.infer<typeof Screen>;

// Not tagged unions: in YAML `- text: …` is what a writer expects, and the error funnel knows the fields of groups.
function hasOne(parts: object): boolean {
  return Object.values(parts).filter((part) => part !== undefined).length === 1;
}
