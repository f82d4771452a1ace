import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mistakesIn, withText, type Seeded } from '../../fixtures/mistakes.ts';
import { article, type ContentFiles } from '../../fixtures/site.ts';

const VTT = 'WEBVTT\n\n00:01.000 --> 00:04.000\nOpen Sync.\n';
const FIRST = 'source: /videos/restore.webm, captions: restore.en.vtt, recorded: 2026-10-01';
const yaml = 'content/videos/restore.yaml';
const restore = 'content/articles/restore-a-file.mdx';
const forms =
  'Write a file of this site (/videos/name.webm or .mp4, below public/), or a YouTube, Vimeo or PeerTube address.';

const seeded: Seeded[] = [
  [
    'a field that is misspelt',
    video({ 'videos/restore.yaml': cuts(FIRST.replace('captions', 'caption')) }),
    `${yaml}:3  cuts[0].caption\nThere is no field "caption" here.\nDid you mean "captions"? ` +
      'The fields are audiences, versions, source, captions, chapters, poster, recorded.',
  ],
  [
    'captions that do not say their language',
    video({ 'videos/restore.yaml': cuts(FIRST.replace('restore.en.vtt', 'restore.vtt')) }),
    `${yaml}:3  cuts[0].captions\n"cuts[0].captions" is not in the form that is needed here.\n` +
      'Name a WebVTT file beside this one, with its language: restore-a-file.en.vtt or restore-a-file.home.en.vtt.',
  ],
  [
    'captions that are not there',
    video({ 'videos/restore.yaml': cuts(FIRST.replace('restore.en', 'restor.en')) }),
    `${yaml}:3  cuts[0].captions\nThere is no file content/videos/restor.en.vtt.\nDid you mean "restore.en.vtt"? ` +
      `Put the WebVTT file beside ${yaml}; captions are what is searched and read.`,
  ],
  [
    'captions that are no WebVTT',
    video({ 'videos/restore.en.vtt': '1\n00:00:01,000 --> 00:00:04,000\nOpen Sync.\n' }),
    'content/videos/restore.en.vtt:1\nThis is no WebVTT file: it does not begin with WEBVTT.\n' +
      'Write WEBVTT into the first line and leave the second one empty.',
  ],
  [
    'captions without words',
    video({ 'videos/restore.en.vtt': 'WEBVTT\n' }),
    'content/videos/restore.en.vtt:1\nThis file holds no cues.\n' +
      'Write what is said, each sentence below its times: 00:01.000 --> 00:04.500.',
  ],
  [
    'cues out of order, ends before starts and cues without an end, all at once',
    video({
      'videos/restore.en.vtt':
        'WEBVTT\n\n00:09.000 --> 00:10.000\nOne.\n\n00:05.000 --> 00:06.000\nTwo.\n\n' +
        '00:12.000 --> 00:11.000\nThree.\n\n00:13.000 -->\nFour.\n',
    }),
    'content/videos/restore.en.vtt:6\nThis cue starts before the one above it.\n' +
      'Put the cues in the order of their start.\n\n' +
      'content/videos/restore.en.vtt:9\nThis cue ends before it begins.\nPut the earlier time first.\n\n' +
      'content/videos/restore.en.vtt:12\nThis cue has no end.\nWrite both times: 00:01.000 --> 00:04.500.',
  ],
  [
    'captions that are not UTF-8',
    video({ 'videos/restore.en.vtt': Buffer.from(`${VTT}\n00:05.000 --> 00:06.000\nÖffnen.\n`, 'latin1') }),
    'content/videos/restore.en.vtt:7\nThis file is not written in UTF-8, so its letters cannot be told for sure.\n' +
      'Save it again with the encoding UTF-8; most editors offer it under “Save as”.',
  ],
  [
    'captions of two cuts that share a mistake',
    video({
      'videos/restore.yaml': cuts(`audiences: [home, office], ${FIRST}`, `audiences: [admin], ${FIRST}`),
      'videos/restore.en.vtt': 'WEBVTT\n',
    }),
    'content/videos/restore.en.vtt:1\nThis file holds no cues.\n' +
      'Write what is said, each sentence below its times: 00:01.000 --> 00:04.500.',
  ],
  [
    'a file of chapters that is not there',
    video({ 'videos/restore.yaml': cuts(`${FIRST}, chapters: parts.vtt`) }),
    `${yaml}:3  cuts[0].chapters\nThere is no file content/videos/parts.vtt.\n` +
      `Put the WebVTT file beside ${yaml}; captions are what is searched and read.`,
  ],
  [
    'a media file that is not there',
    video({ 'videos/restore.yaml': cuts(FIRST.replace('restore.webm', 'restor.webm')) }),
    `${yaml}:3  cuts[0].source\nThere is no file public/videos/restor.webm.\n` +
      'Did you mean "/videos/restore.webm"? Put the file there, or correct the name.',
  ],
  [
    'a poster that is not there',
    video({ 'videos/restore.yaml': cuts(`${FIRST}, poster: /videos/still.jpg`) }),
    `${yaml}:3  cuts[0].poster\nThere is no file public/videos/still.jpg.\nPut the file there, or correct the name.`,
  ],
  [
    'a poster of another site',
    video({ 'videos/restore.yaml': cuts(`${FIRST}, poster: "https://i.ytimg.com/vi/aqz-KE-bpKQ/0.jpg"`) }),
    `${yaml}:3  cuts[0].poster\n"cuts[0].poster" is not in the form that is needed here.\n` +
      'Write a picture of this site, such as /videos/restore.jpg: others would see who reads.',
  ],
  [
    'a source that no provider knows',
    video({ 'videos/restore.yaml': cuts(FIRST.replace('/videos/restore.webm', '"https://example.com/film"')) }),
    `${yaml}:3  cuts[0].source\nNo provider knows "https://example.com/film" as a video.\n${forms}`,
  ],
  [
    'a source that only the writer can open',
    video({ 'videos/restore.yaml': cuts(FIRST.replace('/videos/restore.webm', '"http://localhost:4321/x.mp4"')) }),
    `${yaml}:3  cuts[0].source\n"localhost" is not an address that readers outside of your network can reach.\n` +
      'Write the public address, or put the file into public/videos.',
  ],
  [
    'an audience that the site does not have',
    video({ 'videos/restore.yaml': cuts(`audiences: [homes], ${FIRST}`, FIRST) }),
    `${yaml}:3  cuts[0].audiences[0]\n"homes" is not an audience of this site.\n` +
      'Did you mean "home"? Audiences are listed in content/audiences.yaml.',
  ],
  [
    'a range that is none',
    video({ 'videos/restore.yaml': cuts(`versions: newest, ${FIRST}`, FIRST) }),
    `${yaml}:3  cuts[0].versions\n"newest" is not a range of versions.\nWrite one such as ">=5", "<4.2" or "3, 5".`,
  ],
  [
    'a range that the product does not reach',
    video({ 'videos/restore.yaml': cuts(`versions: ">=6", ${FIRST}`, FIRST) }),
    `${yaml}:3  cuts[0].versions\n">=6" covers no version of Northlight Sync.\n` +
      'Its versions are 5, 4.2, 3; they are listed in content/products/sync.yaml.',
  ],
  [
    'two cuts for one reader',
    video({ 'videos/restore.yaml': cuts(FIRST, `versions: ">=5", ${FIRST}`) }),
    `${yaml}:4  cuts[1]\nTwo cuts are for version 5, "home": this one and cuts[0].\n` +
      'Narrow versions or audiences of one of them.',
  ],
  [
    'a cut that nobody sees',
    video({
      'videos/restore.yaml': cuts(`versions: ">=5", ${FIRST}`, `versions: "<5", ${FIRST}`),
      ...withText('Open it.\n\n<For versions=">=5">\n\n<Video id="restore" />\n\n</For>\n'),
    }),
    `${yaml}:4  cuts[1]\nNobody ever sees this cut: no article shows the video to readers whom it is for.\n` +
      'Widen versions or audiences of the cut, show the video to them, or delete the cut.',
  ],
  [
    'a video that no article shows',
    video(withText('Open it.')),
    `${yaml}:2  cuts\nNo article shows this video.\nWrite <Video id="restore" /> into one, or delete this file.`,
  ],
  [
    'a video that does not exist',
    video({ 'articles/share-a-folder.mdx': article({}, '<Video id="restor" />\n') }),
    'content/articles/share-a-folder.mdx:12\nThere is no video "restor".\n' +
      'Did you mean "restore"? Videos are the files in content/videos.',
  ],
  [
    'a reader who is shown a video that has no cut for them',
    video({ 'videos/restore.yaml': cuts(`audiences: [home, office], ${FIRST}`) }),
    `${restore}:14\nFor version 5, "admin", the video "restore" has no cut.\n` +
      `Widen a cut in ${yaml}, or put the <Video> into a <For> of those who have one.`,
  ],
  [
    'a video that stands twice for one reader',
    video(withText('Open it.\n\n<Video id="restore" />\n\nOr so.\n\n<Video id="restore" />\n')),
    `${restore}:18\nThe video "restore" stands in this article a second time for the same reader.\n` +
      'Take one of the two out: links to a moment of it would have two places to go to.',
  ],
  [
    'a video within a sentence',
    video(withText('Look at <Video id="restore" /> first.\n')),
    `${restore}:12\nA <Video> cannot stand within a line of text.\n` +
      'Put it on a line of its own, with an empty line on either side.',
  ],
  [
    'text inside a video',
    video(withText('<Video id="restore">See here.</Video>\n')),
    `${restore}:12\nNobody sees what stands inside a <Video>.\n` +
      'Write <Video id="restore" /> and put the text above or below it.',
  ],
  [
    'a video whose id is forgotten',
    video(withText('Open it.\n\n<Video />\n\n<Video id="restore" />\n')),
    `${restore}:14\n<Video> needs "id".\nWrite <Video id="…">.`,
  ],
  [
    'a video whose name cannot stand in an address',
    video({ 'videos/restore.yaml': null, 'videos/Restore.yaml': cuts(FIRST), ...withText('<Video id="Restore" />\n') }),
    'content/videos/Restore.yaml\n"Restore" cannot stand in an address.\n' +
      'Name the file with lower-case letters, digits and single hyphens, such as restore-a-file.yaml.',
  ],
  [
    'a video whose name ends in .yml',
    video({ 'videos/other.yml': cuts(FIRST) }),
    'content/videos/other.yml\nThis file is not read, because its name ends in ".yml".\nCall it other.yaml.',
  ],
];

for (const [mistake, files, says] of seeded) {
  test(`${mistake} is told with its place and how to mend it`, async () => {
    const said = await mistakesIn(files);

    assert.equal(said, says);
  });
}

test('a sound video has no mistakes', async () => {
  const said = await mistakesIn(video());

  assert.equal(said, '');
});

test('an article that holds a video and nothing else is not empty', async () => {
  const said = await mistakesIn(video(withText('<Video id="restore" />\n')));

  assert.equal(said, '');
});

test('one article that cannot be read does not make its videos look unused', async () => {
  const said = await mistakesIn(video(withText('<Video id="restore" />\n\n<Note>\n')));

  assert.deepEqual(said.split('\n\n').length, 1);
});

test('a <Video> of a file that cannot be read is no second mistake', async () => {
  const said = await mistakesIn(video({ 'videos/restore.yaml': 'title: [\n' }));

  assert.deepEqual(said.split('\n\n').length, 1);
});

test('storyboards in a folder of their own are not taken for videos', async () => {
  const said = await mistakesIn(video({ 'videos/storyboards/restore.yaml': 'scenes: []\n' }));

  assert.equal(said, '');
});

/** The small site with one video that restore-a-file shows to everybody; its `<Video>` stands on line 14. */
function video(files: ContentFiles = {}): ContentFiles {
  return {
    ...withText('Open it.\n\n<Video id="restore" />\n'),
    'videos/restore.yaml': cuts(FIRST),
    'videos/restore.en.vtt': VTT,
    '../public/videos/restore.webm': 'not read',
    ...files,
  };
}

function cuts(...all: string[]): string {
  return ['title: Get back a file', 'cuts:', ...all.map((cut) => `  - { ${cut} }`), ''].join('\n');
}
