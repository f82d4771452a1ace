import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const FONTS = 'node_modules/@expo-google-fonts';

/**
 * Environment of a browser that has the same two typefaces on every Linux machine, one for sans and one for serif, and
 * draws them unhinted. Pages need not be touched for it: what they name is not there, as on a system without it.
 */
export function onlyTheseFonts(folder: string): Record<string, string> {
  const file = join(folder, 'fonts.conf');
  mkdirSync(dirname(file), { recursive: true });
  // Whole at once: a browser of another worker may be reading it.
  const draft = `${file}.${process.pid}`;
  writeFileSync(
    draft,
    `<?xml version="1.0"?>
<fontconfig>
  <dir>${resolve(FONTS, 'source-sans-3')}</dir>
  <dir>${resolve(FONTS, 'source-serif-4')}</dir>
  <cachedir>${resolve(folder)}</cachedir>
  ${['serif', 'Times New Roman'].map((name) => same(name, 'Source Serif 4')).join('\n  ')}
  ${['sans-serif', 'Arial', 'monospace', 'Monospace', 'system-ui'].map((name) => same(name, 'Source Sans 3')).join('\n  ')}
  <match target="pattern"><edit name="family" mode="append_last"><string>Source Sans 3</string></edit></match>
  <match target="font">
    <edit name="antialias"><bool>true</bool></edit>
    <edit name="hinting"><bool>false</bool></edit>
    <edit name="autohint"><bool>false</bool></edit>
    <edit name="hintstyle"><const>hintnone</const></edit>
    <edit name="rgba"><const>none</const></edit>
  </match>
  <match target="pattern">
    <edit name="antialias"><bool>true</bool></edit>
    <edit name="hinting"><bool>false</bool></edit>
    <edit name="hintstyle"><const>hintnone</const></edit>
    <edit name="rgba"><const>none</const></edit>
  </match>
</fontconfig>
`,
  );
  renameSync(draft, file);
  return { FONTCONFIG_FILE: resolve(file) };
}

function same(name: string, typeface: string): string {
  return `<alias binding="same"><family>${name}</family><prefer><family>${typeface}</family></prefer></alias>`;
}
