import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tryContent } from '../../../src/articles/read-content.ts';
import { formatMistakes } from '../../../src/errors/user-error.ts';
import { SITE_YAML, writeContent } from '../../fixtures/site.ts';

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
  const told = await mistakesOf('look: { logo: lgo.svg, icon: /sign.jpg }\n', { 'logo.svg': '<svg/>' });

  assert.match(told, /There is no file "lgo.svg"\.\nDid you mean "logo.svg"\? It is looked for beside site.yaml\./);
  assert.match(told, /"\/sign.jpg" is neither an SVG nor a PNG\.\nName a file that ends in \.svg or \.png\./);
});

test('a look that can be read, with a logo that is there, is no mistake', async () => {
  const told = await mistakesOf('look: { accent: "oklch(0.4 0.1 300)", logo: { light: ./logo.svg } }\n', {
    'logo.svg': '<svg viewBox="0 0 120 32"/>',
  });

  assert.equal(told, '');
});

test('a logo and an icon that could run something are refused as drawings in articles are', async () => {
  const told = await mistakesOf('look: { logo: logo.svg, icon: icon.svg }\n', {
    'logo.svg': '<svg>\n<script/></svg>',
    'icon.svg': '<svg><image href="https://cdn.example/a.png"/></svg>',
  });

  assert.match(told, /^content\/logo.svg:2\nThis drawing holds a <script>/m);
  assert.match(told, /^content\/icon.svg:1\nThis drawing fetches something from elsewhere/m);
});

test('a logo that does not say its size, or is no picture, is refused, once where it is the icon too', async () => {
  const drawn = await mistakesOf('look: { logo: logo.svg, icon: logo.svg }\n', { 'logo.svg': '<svg/>' });
  const ofPixels = await mistakesOf('look: { logo: logo.png }\n', { 'logo.png': 'no picture' });

  assert.equal(
    drawn,
    'content/logo.svg:1\nThis drawing does not say how large it is.\n' +
      'Give its <svg> a viewBox="0 0 640 360": the width and height that it is drawn in.',
  );
  assert.match(ofPixels, /^content\/logo.png\nThis file is damaged, or no picture\./);
});

async function mistakesOf(look: string, files: Record<string, string> = {}): Promise<string> {
  await using written = await writeContent({ 'site.yaml': `${SITE_YAML.trimEnd()}\n${look}`, ...files });
  const { mistakes } = await tryContent(written.folder);
  return formatMistakes(mistakes);
}
