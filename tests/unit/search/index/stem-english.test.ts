import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stemEnglish } from '../../../../src/search/index/stem-english.ts';

/** Words whose stems differ between the revisions of the stemmer, and one for each of its rules. */
const STEMS: Record<string, string> = {
  added: 'add',
  egged: 'egg',
  hopping: 'hop',
  hoping: 'hope',
  falling: 'fall',
  internal: 'internal',
  organized: 'organiz',
  universities: 'universiti',
  pasted: 'paste',
  past: 'past',
  printed: 'print',
  printers: 'printer',
  keys: 'key',
  ties: 'tie',
  tried: 'tri',
  caresses: 'caress',
  gas: 'gas',
  gaps: 'gap',
  status: 'status',
  agreed: 'agre',
  dying: 'die',
  skies: 'sky',
  only: 'onli',
  news: 'news',
  evening: 'evening',
  proceed: 'proceed',
  relational: 'relat',
  conditional: 'condit',
  hopefulness: 'hope',
  technology: 'technolog',
  carelessly: 'careless',
  sensitivity: 'sensit',
  adjustment: 'adjust',
  decision: 'decis',
  controller: 'control',
  controlled: 'control',
  rate: 'rate',
  yes: 'yes',
  youth: 'youth',
  say: 'say',
  by: 'by',
  at: 'at',
};

for (const [word, stem] of Object.entries(STEMS)) {
  test(`the stem of "${word}" is "${stem}"`, () => {
    assert.equal(stemEnglish(word), stem);
  });
}
