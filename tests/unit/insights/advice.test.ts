import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adviceOn, quoted } from '../../../src/insights/advice.ts';
import type { SearchInsight } from '../../../src/insights/search-insight.ts';

const FILES = ['content/articles/vpn/connect@4.mdx', 'content/articles/vpn/connect@5.mdx'];
const articles = [
  { slug: 'connect', times: 2 },
  { slug: 'another', times: 1 },
];
const asked = {
  question: 'vpn certificate',
  times: 2,
  articles: [],
  latest: { at: Temporal.Instant.from('2026-11-01T09:00Z') },
};

const ADVICE: [what: string, SearchInsight, advice: string][] = [
  [
    'found nothing',
    { ...asked, kind: 'found-nothing', of: 2 },
    'No article was found for "vpn certificate". Write one, or add these words to the keywords of the one that answers it.',
  ],
  [
    'found nothing, and then led on in other words',
    { ...asked, kind: 'found-nothing', of: 2, articles },
    `Those who found their way opened connect (${FILES.join(', ')}). Add "vpn certificate" to its keywords.`,
  ],
  [
    'had results that nobody opened',
    { ...asked, kind: 'opened-nothing', of: 2 },
    'See what /search/?q=vpn+certificate shows. Let the title and summary of the article that answers say these words, or write that article.',
  ],
  [
    'had results that few opened',
    { ...asked, kind: 'opened-nothing', of: 4, articles },
    `Others who asked opened connect (${FILES.join(', ')}). Let its title and summary say "vpn certificate", if it answers that.`,
  ],
  [
    'was asked again, which led to an article',
    { ...asked, kind: 'asked-again', then: 'vpn key', thenFound: true, articles },
    `The other words led to connect (${FILES.join(', ')}). Add "vpn certificate" to its keywords.`,
  ],
  [
    'was asked again, which led nowhere',
    { ...asked, kind: 'asked-again', then: 'vpn & key', thenFound: true },
    'See what /search/?q=vpn+%26+key shows. Add "vpn certificate" to the keywords of the article that answers, or write it.',
  ],
  [
    'was asked again, and found nothing again',
    { ...asked, kind: 'asked-again', then: 'vpn key', thenFound: false },
    'Neither wording found anything. Write that article, or add both to the keywords of the one that answers.',
  ],
  [
    'was asked a person from an article',
    { ...asked, kind: 'asked-a-person', foundNothing: 0, articles },
    `They asked for a person from connect (${FILES.join(', ')}). Read it with this question in mind: what is missing?`,
  ],
  [
    'was asked a person after nothing was found',
    { ...asked, kind: 'asked-a-person', foundNothing: 2 },
    'No article was found for "vpn certificate". Write one, or add these words to the keywords of the one that answers it.',
  ],
  [
    'was asked a person though something was found',
    { ...asked, kind: 'asked-a-person', foundNothing: 1 },
    'See what /search/?q=vpn+certificate shows, and add what it does not answer.',
  ],
];

for (const [what, insight, advice] of ADVICE) {
  test(`for a question that ${what}, there is something to do`, () => {
    const given = adviceOn(insight, (slug) => (slug === 'connect' ? FILES : []));

    assert.equal(given, advice);
  });
}

test('an article that is no longer there is named without a file', () => {
  const given = adviceOn({ ...asked, kind: 'found-nothing', of: 2, articles }, () => []);

  assert.equal(given, 'Those who found their way opened connect. Add "vpn certificate" to its keywords.');
});

test('what readers typed cannot move the cursor or turn a line around, and is shown by its beginning', () => {
  assert.equal(quoted('a\u001b[2J\u202Eb'), '"a\uFFFD[2J\uFFFDb"');
  assert.equal(quoted('x'.repeat(81)), `"${'x'.repeat(79)}…"`);
});
