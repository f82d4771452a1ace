import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { tryContent } from '../../../src/articles/read-content.ts';
import { formatMistakes } from '../../../src/errors/user-error.ts';
import { picture } from '../../fixtures/pictures.ts';
import { SITE_YAML, writeContent, type ContentFiles } from '../../fixtures/site.ts';

const LOOK_LINE = SITE_YAML.trimEnd().split('\n').length + 1;

test('an accent that cannot be read is told with its contrast, what is needed, and the nearest that passes', async () => {
  const told = await mistakesOf('look:\n  accent: "#ffcc00"\n');

  assert.equal(
    told,
    `content/site.yaml:${LOOK_LINE + 1}  look.accent.light
"#ffcc00" cannot be read well in the light theme: its contrast with --accent-soft (#efece3) is 1.27:1, and text needs 4.5:1 (WCAG 2.2, 1.4.3).
The nearest colour that passes is "#836800". In the dark theme yours can stay: accent: { light: "#836800", dark: "#ffcc00" }.`,
  );
});

test('the accent of each theme is held against the surfaces of that theme', async () => {
  const told = await mistakesOf('look:\n  accent:\n    light: "#0a5a68"\n    dark: "#0a5a68"\n');

  assert.match(told, /^content\/site.yaml:\d+ {2}look.accent.dark\n"#0a5a68" cannot be read well in the dark theme/);
  assert.match(told, /The nearest colour that passes is "#\w{6}"\.$/);
});

test('an accent that YAML took for a comment is told so', async () => {
  const told = await mistakesOf('look:\n  accent: #0a5a68\n');

  assert.match(told, /"look.accent" is empty.*in quotes \(YAML takes what follows a # for a comment\)/s);
});

test('a colour in a form that is not read is told with the forms that are', async () => {
  const told = await mistakesOf('look: { accent: teal }\n');

  assert.match(
    told,
    /"teal" is not a colour in a form that is read here\.\nWrite it in quotes, and not see-through: "#0a5a68"/,
  );
});

test('a logo that is not there is told with the name that was meant', async () => {
  const told = await mistakesOf('look: { logo: lgo.svg, icon: /sign.jpg }\n', {
    'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });

  assert.match(told, /There is no file "lgo.svg"\.\nDid you mean "logo.svg"\? It is looked for beside site.yaml\./);
  assert.match(told, /"\/sign.jpg" is neither an SVG nor a PNG\.\nName a file that ends in \.svg or \.png\./);
});

test('a look that can be read, with a logo that is there, is no mistake', async () => {
  const told = await mistakesOf('look: { accent: "oklch(0.4 0.1 300)", logo: { light: ./logo.svg } }\n', {
    'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 32"/>',
  });

  assert.equal(told, '');
});

test('a logo and an icon that could run something are refused as drawings in articles are', async () => {
  const told = await mistakesOf('look: { logo: logo.svg, icon: icon.svg }\n', {
    'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg">\n<script/></svg>',
    'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://cdn.example/a.png"/></svg>',
  });

  assert.match(told, /^content\/logo.svg:2 {2}look.logo.light\nThis drawing holds a <script>/m);
  assert.match(told, /^content\/icon.svg:1 {2}look.icon\nThis drawing fetches something from elsewhere/m);
});

test('a logo that does not say its size, or is no picture, is refused, once where it is the icon too', async () => {
  const drawn = await mistakesOf('look: { logo: logo.svg, icon: logo.svg }\n', {
    'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });
  const ofPixels = await mistakesOf('look: { logo: logo.png }\n', { 'logo.png': 'no picture' });

  assert.equal(
    drawn,
    'content/logo.svg:1  look.logo.light\nThis drawing does not say how large it is.\n' +
      'Give its <svg> a viewBox="0 0 640 360": the width and height that it is drawn in.',
  );
  assert.match(ofPixels, /^content\/logo.png {2}look.logo.light\nThis file is damaged, or no picture\./);
});

const whole = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20"><path d="M0 0h100v20z"/></svg>';
const noisy = await sharp({
  create: {
    width: 400,
    height: 100,
    channels: 3,
    background: '#888',
    noise: { type: 'gaussian', mean: 128, sigma: 40 },
  },
})
  .png()
  .toBuffer();
const moving = await sharp([await picture(8, 8), await picture(8, 8, { background: '#000000' })], {
  join: { animated: true },
})
  .gif()
  .toBuffer();
const again = 'Save it again as PNG or SVG; 784 pixels across are enough.';

const damaged: [mistake: string, logo: string, written: string | Uint8Array, says: string][] = [
  [
    'cut in half',
    'logo.png',
    noisy.subarray(0, noisy.length / 2),
    `content/logo.png  look.logo.light\nThis logo is damaged: it cannot be drawn.\n${again}`,
  ],
  [
    'with an end tag missing',
    'logo.svg',
    whole.replace('><path', '>\n<g><path'),
    `content/logo.svg:2  look.logo.light\nThis logo is damaged: it cannot be drawn.\n${again}`,
  ],
  [
    'smaller than a pixel',
    'logo.svg',
    whole.replace('100 20', '0.4 0.4'),
    'content/logo.svg:1  look.logo.light\nThis drawing is less than a pixel wide or high.\n' +
      'Give its <svg> a size beside its viewBox: width="640" height="360".',
  ],
  [
    'in a format that its name hides',
    'logo.png',
    await picture(8, 8, { format: 'tiff' }),
    `content/logo.png  look.logo.light\nWhatever its name says, this file is TIFF, which browsers do not show as a ` +
      `picture.\n${again}`,
  ],
  [
    'that moves',
    'logo.png',
    moving,
    `content/logo.png  look.logo.light\nThis picture moves, and readers could not stop it.\n${again}`,
  ],
  [
    'of more than 20 megapixels',
    'logo.png',
    await picture(20_001, 1_000),
    `content/logo.png  look.logo.light\nThis picture has 21 megapixels, and 20 are the most.\n${again}`,
  ],
];

for (const [mistake, logo, written, says] of damaged) {
  test(`a logo ${mistake} is told with its file and what a logo may be`, async () => {
    const told = await mistakesOf(`look: { logo: ${logo} }\n`, { [logo]: written });

    assert.equal(told, says);
  });
}

test('a drawn logo may count in as many units as it likes', async () => {
  const told = await mistakesOf('look: { logo: logo.svg }\n', { 'logo.svg': whole.replace('100 20', '40000 20000') });

  assert.equal(told, '');
});

async function mistakesOf(look: string, files: ContentFiles = {}): Promise<string> {
  await using written = await writeContent({ 'site.yaml': `${SITE_YAML.trimEnd()}\n${look}`, ...files });
  const { mistakes } = await tryContent(written.folder);
  return formatMistakes(mistakes);
}
