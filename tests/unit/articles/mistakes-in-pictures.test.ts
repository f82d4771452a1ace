import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { mistakesIn, warningsIn, withText, type Seeded } from '../../fixtures/mistakes.ts';
import { DRAWING, picture } from '../../fixtures/pictures.ts';
import { article } from '../../fixtures/site.ts';

const here = 'content/articles/restore-a-file.mdx:12';
const saveAs = 'Save it as PNG (what was on a screen), JPEG (a photograph) or SVG (a drawing)';
const moving = await sharp([await picture(8, 8), await picture(8, 8, { background: '#000000' })], {
  join: { animated: true },
})
  .gif()
  .toBuffer();

const seeded: Seeded[] = [
  [
    'a file that is not there',
    { ...withText('![The menu](./meun.svg)'), 'articles/menu.svg': DRAWING },
    `${here}\nThere is no file content/articles/meun.svg.\nDid you mean "./menu.svg"? ` +
      'Put the file beside the article, or correct the name.',
  ],
  [
    'a picture without words',
    { ...withText('![](./menu.svg)'), 'articles/menu.svg': DRAWING },
    `${here}\nThis picture has no words for those who do not see it.\n` +
      'Write what it shows: ![The button History](./menu.svg). ' +
      'If it shows nothing that matters: ![](decoration:./menu.svg).',
  ],
  [
    'decoration with words',
    { ...withText('![The menu](decoration:./menu.svg)'), 'articles/menu.svg': DRAWING },
    `${here}\nThis picture is called decoration, and has words.\n` +
      'Take out one of the two: ![](decoration:./menu.svg) is passed over when the page is read out, ' +
      '![The menu](./menu.svg) is read.',
  ],
  [
    'words that are the name of a file',
    { ...withText('![IMG_2041](./menu.svg)'), 'articles/menu.svg': DRAWING },
    `${here}\n"IMG_2041" is the name of a file, not what the picture shows.\n` +
      'Write what somebody who does not see it has to know.',
  ],
  [
    'a caption within a line',
    { ...withText('Press ![the menu](./menu.svg "Top left") now.'), 'articles/menu.svg': DRAWING },
    `${here}\nA picture within a line of text has no room for a caption.\n` +
      'Take out "Top left", or put the picture on a line of its own, with an empty line on either side.',
  ],
  [
    'a picture of another site',
    withText('![The menu](https://cdn.example/menu.png)'),
    `${here}\nThis picture would come from another site, which would then know who reads what.\n` +
      'Put a copy of it beside the article, and name that: ![What is on it](./name.png).',
  ],
  [
    'an address instead of a file',
    withText('![The menu](/images/menu.png)'),
    `${here}\nPictures stand beside their article, and "/images/menu.png" names none that does.\n` +
      'Put the file beside the article, and write ![What is on it](./menu.png).',
  ],
  [
    'a path that leads out of the content folder',
    { ...withText('![The menu](../../menu.svg)'), '../menu.svg': DRAWING },
    `${here}\n"../../menu.svg" leads out of the content folder.\n` +
      'Put the file beside the article or below it: what is outside is not published.',
  ],
  [
    'a format that browsers do not show',
    { ...withText('![The menu](./menu.tiff)'), 'articles/menu.tiff': 'II*' },
    `${here}\nBrowsers show no .tiff files.\n${saveAs}, and name that file.`,
  ],
  [
    'a format that its name hides',
    { ...withText('![The menu](./menu.png)'), 'articles/menu.png': await picture(8, 8, { format: 'tiff' }) },
    `${here}\ncontent/articles/menu.png: whatever its name says, this file is TIFF, which browsers do not show as a ` +
      `picture.\n${saveAs}.`,
  ],
  [
    'a file that is no picture',
    { ...withText('![The menu](./menu.png)'), 'articles/menu.png': 'png' },
    `${here}\ncontent/articles/menu.png: this file is damaged, or no picture.\n` +
      'Save it again as PNG, JPEG or SVG from the program that made it.',
  ],
  [
    'a picture that moves',
    { ...withText('![The menu](./menu.gif)'), 'articles/menu.gif': moving },
    `${here}\ncontent/articles/menu.gif: this picture moves, and readers could not stop it.\n` +
      'Show it as a <Video>, which plays when it is asked to and has captions; or save one still of it.',
  ],
  [
    'a picture of more than 20 megapixels',
    { ...withText('![The menu](./menu.png)'), 'articles/menu.png': await picture(20_001, 1_000) },
    `${here}\ncontent/articles/menu.png: this picture has 21 megapixels, and 20 are the most.\n` +
      'Save it smaller: nobody is shown more than 1280 pixels across.',
  ],
  [
    'a picture of more than 10 MB',
    { ...withText('![The menu](./menu.png)'), 'articles/menu.png': new Uint8Array(10_000_001) },
    `${here}\ncontent/articles/menu.png: this picture weighs 10.0 MB, and 10 MB are the most.\n` +
      'Save it smaller: nobody is shown more than 1280 pixels across.',
  ],
  [
    'a drawing with a script',
    { ...withText('![The menu](./menu.svg)'), 'articles/menu.svg': DRAWING.replace('<path', '\n<script/><path') },
    'content/articles/menu.svg:2\nThis drawing holds a <script>, which could act in the name of this site.\n' +
      'Take it out: a drawing is shapes, text and styles.',
  ],
  [
    'a picture as HTML, closed or not',
    { ...withText('<img src="./menu.svg" />'), 'articles/share-a-folder.mdx': article({}, '<img src="./menu.svg">\n') },
    `${here}\nA picture is not written as <img>.\n` +
      'Write ![What is on it](./name.png), and put the file beside the article.\n\n' +
      'content/articles/share-a-folder.mdx:12\nA picture is not written as <img>.\n' +
      'Write ![What is on it](./name.png), and put the file beside the article.',
  ],
];

for (const [mistake, files, says] of seeded) {
  test(`${mistake} is told with its place and how to mend it`, async () => {
    const said = await mistakesIn(files);

    assert.equal(said, says);
  });
}

test('a file with a mistake is told of once, however many articles show it', async () => {
  const said = await mistakesIn({
    ...withText('![The menu](./menu.png)\n\n![The menu](./menu.png)'),
    'articles/share-a-folder.mdx': article({}, '![The menu](./menu.png)\n'),
    'articles/menu.png': 'png',
  });

  assert.equal(said.match(/damaged/g)?.length, 1);
});

test('pictures beside an article, below it and elsewhere in the content are shown without complaint', async () => {
  const said = await mistakesIn({
    ...withText(
      '![One](one.svg)\n\n![Two](./below/two%20words.png)\n\nPress ![three](../shared/three.svg).\n\n![](decoration:./one.svg)',
    ),
    'articles/one.svg': DRAWING,
    'articles/below/two words.png': await picture(8, 8),
    'shared/three.svg': DRAWING,
  });

  assert.equal(said, '');
});

test('a picture that no article shows is warned of, its dark twin is not', async () => {
  const said = await warningsIn({
    ...withText('![The menu](./menu.svg)'),
    'articles/menu.svg': DRAWING,
    'articles/menu.dark.svg': DRAWING,
    'articles/old-menu.svg': DRAWING,
    'logo.svg': DRAWING,
  });

  assert.equal(
    said,
    'content/articles/old-menu.svg\nNo article shows this picture.\n' +
      'Delete it, or show it: ![What is on it](./name.png). A .dark. picture goes with the one of the same name.',
  );
});
