import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withAnchors } from '../../../../src/articles/outline.ts';
import { articleData } from '../../../../src/discovery/structured/article-data.ts';
import { companyAndSite } from '../../../../src/discovery/structured/company.ts';
import { faqPage } from '../../../../src/discovery/structured/faq-page.ts';
import { howTo } from '../../../../src/discovery/structured/how-to.ts';
import { inScript, structuredData } from '../../../../src/discovery/structured/structured-data.ts';
import { videoObject } from '../../../../src/discovery/structured/video-object.ts';
import { StructuredData, VideoObject } from '../../../../src/schema/structured-data.ts';
import type { BoundVideo } from '../../../../src/video/bound-video.ts';
import { edition, syncProduct, treeOf } from '../../../fixtures/editions.ts';

const SITE_URL = 'https://help.example.com';
const PAGE = `${SITE_URL}/articles/restore-a-file/`;
const STEPS = '<Steps>\n\n1. Open **Files**.\n2. Choose *History*.\n\n</Steps>';

test('an article says what it is, where it stands and how it is done, and holds to the shapes', () => {
  const nodes = articleData({
    site: { name: 'Northlight', title: 'Northlight Help', language: 'en-GB', support: { timeZone: 'Europe/London' } },
    siteUrl: SITE_URL,
    edition: edition(STEPS),
    product: syncProduct(),
    topic: { id: 'files', title: 'Files and backup', summary: 'Get files back.' },
    address: '/articles/restore-a-file/',
    tree: anchored(STEPS),
    changedAt: '2026-10-01T00:00:00Z',
    picture: '/previews/1.png',
  });

  const data = StructuredData.parse(structuredData(nodes));

  assert.deepEqual(
    data['@graph'].map((node) => node['@type']),
    ['TechArticle', 'BreadcrumbList', 'HowTo'],
  );
});

test('a step has its whole text and its place on the page', () => {
  assert.deepEqual(howTo('Restore', anchored(STEPS), PAGE)?.step, [
    { '@type': 'HowToStep', text: 'Open Files.', url: `${PAGE}#step:1` },
    { '@type': 'HowToStep', text: 'Choose History.', url: `${PAGE}#step:2` },
  ]);
});

test('several lists of steps are sections, named as the headings above them', () => {
  const tree = anchored(`## It is wrong\n\n${STEPS}\n\n## It is gone\n\n${STEPS}`);

  const found = howTo('Restore', tree, PAGE);

  assert.deepEqual(
    found?.step.map((section) =>
      section['@type'] === 'HowToSection' ? [section.name, section.itemListElement.map(({ url }) => url)] : section,
    ),
    [
      ['It is wrong', [`${PAGE}#step:1`, `${PAGE}#step:2`]],
      ['It is gone', [`${PAGE}#step:3`, `${PAGE}#step:4`]],
    ],
  );
});

test('a list that is not to be followed is no how-to', () => {
  assert.equal(howTo('Restore', anchored('1. Red\n2. Green'), PAGE), undefined);
});

test('an article whose headings are all questions is a page of questions and answers', () => {
  const found = faqPage(anchored('Intro.\n\n## Which one?\n\nThis.\n\n### Why\n\nSo.\n\n## When?\n\nNow.'), PAGE);

  assert.deepEqual(
    found?.mainEntity.map(({ name, acceptedAnswer }) => [name, acceptedAnswer.text, acceptedAnswer.url]),
    [
      ['Which one?', 'This.\nWhy\nSo.', `${PAGE}#which-one`],
      ['When?', 'Now.', `${PAGE}#when`],
    ],
  );
});

test('one heading that is no question makes it an article like others', () => {
  assert.equal(faqPage(anchored('## Which one?\n\nThis.\n\n## When?\n\nNow.\n\n## Besides\n\nMore.'), PAGE), undefined);
});

test('a choice is no question that has an answer', () => {
  const body = '<Choice question="Is it on?">\n\n<Option answer="Yes">\n\nGo on.\n\n</Option>\n\n</Choice>';

  assert.equal(faqPage(anchored(body), PAGE), undefined);
});

test('a video names its captions, its length and its chapters, each with where it opens', () => {
  const found = VideoObject.parse(videoObject(video(), page()));

  assert.equal(found.contentUrl, `${SITE_URL}/videos/restore.webm`);
  assert.equal(found.thumbnailUrl, `${SITE_URL}/videos/restore.jpg`);
  assert.equal(found.duration, 'PT1M31S');
  assert.equal(found.caption.contentUrl, `${SITE_URL}/videos/captions/restore.en.vtt`);
  assert.deepEqual(
    found.hasPart?.map(({ startOffset, endOffset, url }) => [startOffset, endOffset, url]),
    [
      [0, 9.5, `${PAGE}?moment=v-restore-0#v-restore-0`],
      [9.5, 90.2, `${PAGE}?moment=v-restore-9#v-restore-9`],
    ],
  );
});

test('the day of a recording begins where support is, in summer and where midnight is skipped', () => {
  const days = [
    ['2026-09-30', 'Europe/London'],
    ['2026-12-01', 'Europe/London'],
    // Clocks went from 23:59 to 01:00.
    ['2024-04-26', 'Africa/Cairo'],
  ] as const;

  const found = days.map(([recorded, timeZone]) => videoObject({ ...video(), recorded }, { ...page(), timeZone }));

  assert.deepEqual(
    found.map((each) => VideoObject.parse(each).uploadDate),
    ['2026-09-30T00:00:00+01:00', '2026-12-01T00:00:00+00:00', '2024-04-26T01:00:00+03:00'],
  );
});

test('a video that another service keeps names its player, and without a poster the picture of the page', () => {
  const { poster: _poster, ...bare } = video();

  const found = VideoObject.parse(videoObject({ ...bare, source: 'https://youtu.be/dQw4w9WgXcQ' }, page()));

  assert.equal(found.contentUrl, undefined);
  assert.match(found.embedUrl ?? '', /^https:\/\/www\.youtube-nocookie\.com\/embed\/dQw4w9WgXcQ/);
  assert.equal(found.thumbnailUrl, `${SITE_URL}/previews/1.png`);
});

test('the home page names the company, how to reach it and how to search', () => {
  const contact = { phone: '+44 1632 960150', email: 'help@northlight.example' };
  const site = { name: 'Northlight', title: 'Northlight Help', language: 'en-GB', contact };

  const data = StructuredData.parse(
    structuredData(companyAndSite(site, { siteUrl: SITE_URL, logo: '/favicon.svg', search: '/search/' })),
  );

  assert.match(
    JSON.stringify(data),
    /"urlTemplate":"https:\/\/help\.example\.com\/search\/\?q=\{search_term_string\}"/,
  );
});

test('nothing that a writer writes ends the data block', () => {
  const nodes = companyAndSite(
    {
      name: '</script><!--',
      title: 'Help',
      language: 'en',
      contact: { phone: '+44 1632 960150', email: 'help@northlight.example' },
    },
    { siteUrl: SITE_URL, logo: '/favicon.svg', search: '/search/' },
  );

  const text = inScript(structuredData(nodes));

  assert.doesNotMatch(text, /</);
  assert.deepEqual(JSON.parse(text), structuredData(nodes));
});

function anchored(body: string) {
  return withAnchors(treeOf(body)).tree;
}

function page() {
  const picture = `${SITE_URL}/previews/1.png`;
  return { url: PAGE, summary: 'Restore one file.', picture, siteUrl: SITE_URL, timeZone: 'Europe/London' };
}

function video(): BoundVideo {
  return {
    id: 'restore',
    title: 'Get it back',
    source: '/videos/restore.webm',
    files: ['/videos/restore.webm'],
    poster: '/videos/restore.jpg',
    recorded: '2026-09-30',
    captions: 'restore.en.vtt',
    language: 'en',
    cues: [
      { startMs: 0, endMs: 4_000, text: 'Open it.' },
      { startMs: 9_500, endMs: 90_200, text: 'Choose it.' },
    ],
    chapters: [
      { startMs: 0, title: 'Open' },
      { startMs: 9_500, title: 'Choose' },
    ],
  };
}
