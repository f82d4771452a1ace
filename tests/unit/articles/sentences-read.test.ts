import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { sentencesRead } from '../../fixtures/sentences-read.ts';

// No program can tell whether "below" leads on in the text or says which thing is meant, nor whether words in quotation
// marks are a label or somebody's. Each was read by a person; here it is held that nobody has changed it since.
const OF_A_PLACE =
  /\b(above|below|left|right|top|bottom|upper|lower|round|square|circle|triangle|beside|behind|under|corner)\b/i;
const QUOTED = /“[^”]*”|(?<=[\s(|])"[^"\n]*"/g;

const texts = globSync('content/**/*.mdx').sort().map(bodyOf);

test('every sentence that names a place, a side or a shape was read', () => {
  const sentences = texts.flatMap((text) => text.split(/\n+|(?<=[.!?])\s+/)).filter((one) => OF_A_PLACE.test(one));

  assert.ok(sentences.length > 100, 'too few sentences were found to say anything');
  assert.deepEqual(notRead(sentences), []);
});

test('everything in quotation marks was read, and is a label or a name', () => {
  const quoted = texts.flatMap((text) => text.match(QUOTED) ?? []);

  assert.ok(quoted.length > 30, 'too few quotation marks were found to say anything');
  assert.deepEqual(notRead(quoted), []);
});

/** What nobody has read as it stands now, with what to add to tests/fixtures/sentences-read.ts once somebody has. */
function notRead(texts: readonly string[]): string[] {
  return texts.map((text) => `${hashOf(text)} ${text.trim()}`).filter((each) => !sentencesRead.has(each.slice(0, 8)));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text.trim()).digest('hex').slice(0, 8);
}

/** An article without its fields, its tags, its code, and where its links lead. */
function bodyOf(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/^---[^]*?\n---\n/, '')
    .replaceAll(/```[^]*?```/g, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\]\([^)]*\)/g, ']');
}
