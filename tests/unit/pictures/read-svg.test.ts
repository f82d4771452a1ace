import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readSvg } from '../../../src/pictures/read-svg.ts';

const PLAIN = 'Take it out: a drawing is shapes, text and styles.';
const AGAIN = 'Save it again as plain SVG from the program that drew it.';
const WHOLE = 'Put what it needs into the file itself; fonts are those of the reader’s system.';

describe('a drawing is as large as', () => {
  for (const [what, attributes, size] of [
    ['its viewBox says', 'viewBox="0 0 640 360"', { width: 640, height: 360 }],
    ['its width and height say', 'width="320" height="180px" viewBox="0 0 640 360"', { width: 320, height: 180 }],
    ['its viewBox, where the rest is a share', 'width="100%" viewBox="10,10 64.4 36"', { width: 64, height: 36 }],
  ] as const) {
    test(what, () => {
      const read = readSvg(
        `<?xml version="1.0"?>\n<!-- by hand -->\n<svg xmlns="http://www.w3.org/2000/svg" ${attributes}></svg>`,
      );

      assert.deepEqual(read, size);
    });
  }
});

describe('a drawing is refused for', () => {
  for (const [what, inside, problem, fix] of [
    [
      'a script',
      '<script>alert(1)</script>',
      'This drawing holds a <script>, which could act in the name of this site.',
      PLAIN,
    ],
    [
      'a script under a prefix',
      '<s:script/>',
      'This drawing holds a <script>, which could act in the name of this site.',
      PLAIN,
    ],
    [
      'HTML in it',
      '<foreignObject><b/></foreignObject>',
      'This drawing holds a <foreignobject>, which could act in the name of this site.',
      PLAIN,
    ],
    ['what happens on a click', '<rect onclick="alert(1)"/>', 'This drawing holds code: onclick="…".', PLAIN],
    [
      'an animation that makes a link',
      '<a><set attributeName="xlink:href" to="x"/></a>',
      'This drawing holds code: attributename="…".',
      PLAIN,
    ],
    [
      'a link that is code, in whatever letters',
      '<a href="&#106;avascript:alert(1)"/>',
      'This drawing fetches something from elsewhere.',
      WHOLE,
    ],
    [
      'a picture of another site',
      '<image x:href="https://cdn.example/a.png"/>',
      'This drawing fetches something from elsewhere: https://cdn.example/a.png.',
      WHOLE,
    ],
    [
      'a font of another site',
      '<style>@import url(//fonts.example/a.css);</style>',
      'This drawing fetches something from elsewhere: //fonts.example/a.css.',
      WHOLE,
    ],
    [
      'a paint of another site',
      '<path style="fill: url(https://cdn.example/p.svg#a)"/>',
      'This drawing fetches something from elsewhere: https://cdn.example/p.svg#a.',
      WHOLE,
    ],
    [
      'a style that hides what it says',
      '<path fill="u\\72l(https://cdn.example)"/>',
      'This drawing fetches something from elsewhere.',
      WHOLE,
    ],
    [
      'a tag that no drawing has, such as one that leads elsewhere',
      '<h:meta xmlns:h="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0;url=https://cdn.example/"/>',
      'This drawing holds a <meta>, which could act in the name of this site.',
      PLAIN,
    ],
    [
      'a form, whatever program its prefix names',
      '<inkscape:form xmlns:inkscape="http://www.w3.org/1999/xhtml" action="https://cdn.example/"/>',
      'This drawing holds a <form>, which could act in the name of this site.',
      PLAIN,
    ],
    [
      'a script behind what only looks like a comment',
      '<style><![CDATA[ <!-- ]]></style><script>alert(1)</script><style> /* --> */</style>',
      'This drawing holds a <script>, which could act in the name of this site.',
      PLAIN,
    ],
    [
      'a style in pieces that make one',
      '<style>@im<!-- -->port "<![CDATA[//fonts.example/a.css]]>"</style>',
      'This drawing fetches something from elsewhere.',
      WHOLE,
    ],
    [
      'a style that goes on behind a tag',
      '<style>@im<g/>port "//fonts.example/a.css"</style>',
      'This drawing cannot be read here.',
      AGAIN,
    ],
    [
      'being told of who follows a link',
      '<a href="#a" ping="https://cdn.example/"/>',
      'This drawing fetches something from elsewhere: https://cdn.example/.',
      WHOLE,
    ],
    [
      'styles from a file',
      '<?xml-stylesheet href="https://cdn.example/a.css"?>',
      'This drawing declares what could stand for anything.',
      AGAIN,
    ],
    [
      'entities that its declaration brings along',
      '<path style="fill: url&lpar;https://cdn.example/p.svg)"/>',
      'This drawing cannot be read here.',
      AGAIN,
    ],
    ['entities of its own', '<!ENTITY a "b">', 'This drawing declares what could stand for anything.', AGAIN],
    ['tags that cannot be read', '<rect onclick=alert(1)>', 'This drawing cannot be read here.', AGAIN],
  ] as const) {
    test(what, () => {
      const read = readSvg(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<g/>\n${inside}\n</svg>`);

      assert.deepEqual(read, { line: 3, problem, fix });
    });
  }
});

test('a drawing without a size is refused, because the page would jump when it comes', () => {
  const read = readSvg('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>');

  assert.deepEqual(read, {
    line: 1,
    problem: 'This drawing does not say how large it is.',
    fix: 'Give its <svg> a viewBox="0 0 640 360": the width and height that it is drawn in.',
  });
});

test('a drawing in letters that could hide some is refused', () => {
  const read = readSvg(
    '<?xml version="1.0" encoding="ISO-2022-JP"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
  );

  assert.deepEqual(read, {
    line: 1,
    problem: 'This drawing is written in ISO-2022-JP.',
    fix: 'Save it again as UTF-8.',
  });
});

test('what drawing programs write is taken: namespaces, notes of their own, styles, gradients, pictures inside', () => {
  const read =
    readSvg(`<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org" viewBox="0 0 9 9"
      inkscape:export-filename="C:\\drawing.png"><metadata rdf:about=""><rdf:RDF
        xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:li/></rdf:RDF></metadata>
    <inkscape:grid type="xygrid"/><!-- <script/> -->
    <style><![CDATA[ @media (prefers-color-scheme: dark) { path { fill: url(#a) } } ]]></style>
    <use xlink:href="#a"/><image href="data:image/png;base64,AAAA"/><text>1 > 0</text></svg>`);

  assert.deepEqual(read, { width: 9, height: 9 });
});

for (const [what, root, add] of [
  ['does not say that it is SVG', '<svg viewBox="0 0 9 9"/>', 'xmlns'],
  ['says so of another prefix', '<s:svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', 'xmlns:s'],
] as const) {
  test(`a drawing that ${what} is refused, since no browser would draw it`, () => {
    assert.deepEqual(readSvg(`<!-- by hand -->\n${root}`), {
      line: 2,
      problem: 'This drawing does not say that it is SVG, so no browser would draw it.',
      fix: `Let its first tag say ${add}="http://www.w3.org/2000/svg".`,
    });
  });
}

test('a drawing may be SVG under a prefix', () => {
  assert.deepEqual(readSvg('<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'), { width: 9, height: 9 });
});

test('XML tells capitals from small letters, so <SVG> is no drawing', () => {
  const read = readSvg('<SVG xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>');

  assert.ok('problem' in read && read.problem === 'This is no SVG drawing.');
});
