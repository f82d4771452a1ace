/** What a drawing may be made of (https://www.w3.org/TR/SVG2/eltindex.html and SVG 1.1), in lower case. */
export const DRAWN_TAGS: ReadonlySet<string> = new Set(
  [
    'svg g defs symbol use switch view a image style title desc metadata',
    'path rect circle ellipse line polyline polygon text tspan textpath tref altglyph altglyphdef altglyphitem glyphref',
    'lineargradient radialgradient meshgradient meshpatch meshrow hatch hatchpath stop solidcolor pattern',
    'marker clippath mask filter cursor color-profile',
    'feblend fecolormatrix fecomponenttransfer fecomposite feconvolvematrix fediffuselighting fedisplacementmap',
    'fedistantlight fedropshadow feflood fefunca fefuncb fefuncg fefuncr fegaussianblur feimage femerge femergenode',
    'femorphology feoffset fepointlight fespecularlighting fespotlight fetile feturbulence',
    'font font-face font-face-format font-face-name font-face-src glyph hkern missing-glyph vkern',
    'animate animatecolor animatemotion animatetransform mpath set discard',
  ].flatMap((names) => names.split(' ')),
);

/** Where the names of the notes are explained that drawing programs keep in a file; browsers know none of them. */
const PROGRAMS = [
  'http://creativecommons.org/ns',
  'http://krita.org/namespaces/',
  'http://ns.adobe.com/',
  'http://purl.org/dc/',
  'http://schemas.microsoft.com/visio/',
  'http://sodipodi.sourceforge.net/',
  'http://vectornator.io',
  'http://web.resource.org/cc/',
  'http://www.bohemiancoding.com/sketch/',
  'http://www.figma.com/',
  'http://www.inkscape.org',
  'http://www.serif.com/',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'http://xml.openoffice.org/',
  'https://boxy-svg.com',
  'https://vectornator.io',
];

export function isNoteOfAProgram(namespace: string): boolean {
  return PROGRAMS.some((program) => namespace.startsWith(program));
}
