import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

/** A line of a style sheet that sets a property. */
type Declaration = { place: string; property: string; value: string };

const TOKENS = 'src/styles/tokens.css';
/** Clips show somebody else's screen, drawn as pictures are; no reader gets these sheets. */
const DRAWN = 'src/clips/';

const all = styleSheets().flatMap(declarationsIn);
const outsideTokens = all.filter(({ place }) => !place.startsWith(TOKENS));

test('every colour comes from the tokens, or from the system', () => {
  const strays = outsideTokens.filter(({ value }) =>
    /#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|oklch|oklab)\(|\b(white|black|red|green|blue|gr[ae]y|yellow|orange)\b/i.test(
      value,
    ),
  );

  assert.deepEqual(strays, []);
});

test('sizes of text, spaces, radii, shadows and times come from the tokens', () => {
  const fromTokens =
    /^(font-size|(margin|padding)(-(block|inline)(-(start|end))?)?|(row-|column-)?gap|border-radius|box-shadow|transition|animation|border-(block|inline|width)[\w-]*)$/;
  const strays = outsideTokens.filter(
    ({ property, value }) =>
      fromTokens.test(property) &&
      /(?<![\w-])\d*\.?[1-9]\d*(px|rem|m?s)\b/.test(value) &&
      !isKnownStray(property, value),
  );

  assert.deepEqual(strays, []);
});

test('text has no size in pixels, which no reader could change', () => {
  const strays = all.filter(
    ({ property, value }) => /^(font|font-size|--step-.*)$/.test(property) && /\dpx/.test(value),
  );

  assert.deepEqual(strays, []);
});

test('every side is named by the direction of the text', () => {
  const strays = all.filter(
    ({ property, value }) =>
      /^((min-|max-)?(width|height)|left|right|top|bottom|inset-(left|right)|(margin|padding|border)-(left|right|top|bottom)\b.*)$/.test(
        property,
      ) ||
      /^border-(top|bottom)-(left|right)-radius$/.test(property) ||
      (/^(text-align|float|clear)$/.test(property) && /\b(left|right)\b/.test(value)),
  );

  assert.deepEqual(strays, []);
});

test('four sides in one line are the same at both ends, which the direction of the text turns', () => {
  const strays = all.filter(({ property, value }) => {
    const [, right, , left] = partsOf(value);
    return (
      /^(margin|padding|inset|border-(width|style|color|radius)|scroll-(margin|padding))$/.test(property) &&
      left !== undefined &&
      left !== right
    );
  });

  assert.deepEqual(
    strays.filter(({ property, value }) => !isKnownStray(property, value)),
    [],
  );
});

test('nothing is important, and no page has styles in its attributes', () => {
  const important = all.filter(({ value }) => value.includes('!important'));
  const attributes = filesBelow('src', /\.(astro|tsx)$/).filter((path) =>
    /\sstyle=["'{]/.test(readFileSync(path, 'utf8')),
  );

  assert.deepEqual(important, []);
  assert.deepEqual(attributes, []);
});

test('every rule is in a layer, so that it is settled which wins', () => {
  const sheets = styleSheets();
  const outside = sheets.flatMap(({ place, text }) =>
    blocksIn(text)
      .filter((head) => !/^@(layer|font-face)\b/.test(head))
      .map((head) => `${place}: ${head}`),
  );

  assert.ok(sheets.length > 30, 'too few style sheets were read to say anything');
  assert.deepEqual(outside, []);
});

test('every token that is used exists', () => {
  assert.ok(all.length > 500, 'too few declarations were read to say anything');
  const known = new Set(all.filter(({ property }) => property.startsWith('--')).map(({ property }) => property));
  // Set by scripts, with what is used until then.
  const missing = all.flatMap(({ place, value }) =>
    [...value.matchAll(/var\((--[\w-]+)\)/g)].flatMap(([, name = '']) => (known.has(name) ? [] : [`${place} ${name}`])),
  );

  assert.deepEqual(missing, []);
});

/** The ring is drawn by hand around what has the focus, and lines that form a sign are as thick as the sign wants. */
function isKnownStray(property: string, value: string): boolean {
  return (property === 'box-shadow' && value === '0 0 0 2px var(--paper)') || /^border-width$/.test(property);
}

/** A value as it stands between blanks; what is in brackets is one part. */
function partsOf(value: string): string[] {
  return value.match(/(?:[^\s()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+/g) ?? [];
}

/** What stands before each block that is in no other one. */
function blocksIn(text: string): string[] {
  const heads: string[] = [];
  let [depth, from] = [0, 0];
  const plain = withoutComments(text);
  for (const { 0: mark, index } of plain.matchAll(/[{};]/g)) {
    if (mark === '{' && depth++ === 0) heads.push(plain.slice(from, index).trim());
    if (mark === '}') depth--;
    if (depth === 0) from = index + 1;
  }
  return heads;
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '');
}

function styleSheets(): { place: string; text: string }[] {
  const sheets = filesBelow('src', /\.css$/).filter((path) => !path.startsWith(DRAWN));
  return [
    ...sheets.map((place) => ({ place, text: readFileSync(place, 'utf8') })),
    ...filesBelow('src', /\.astro$/).flatMap((place) =>
      [...readFileSync(place, 'utf8').matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, text = '']) => ({
        place,
        text,
      })),
    ),
  ];
}

function declarationsIn({ place, text }: { place: string; text: string }): Declaration[] {
  return [...withoutComments(text).matchAll(/(?<=[{;]\s*)([a-z0-9-]+):\s*([^;{}]+);/g)].map(
    ([, property = '', value = '']) => ({
      place,
      property,
      value: value.replaceAll(/\s+/g, ' ').trim(),
    }),
  );
}

function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name));
}
