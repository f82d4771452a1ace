import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Content } from '../../../src/articles/content.ts';
import { staleCuts, type SourceAt } from '../../../src/articles/stale-cuts.ts';
import { gitHistory } from '../../../src/cli/git-history.ts';
import type { Video } from '../../../src/schema/video.ts';
import { edition, syncProduct } from '../../fixtures/editions.ts';

const NOW = `<Video id="restore" />

<Steps>

1. Open Files.
2. <For versions=">=5">Choose History.</For><For versions="<5">Choose More.</For>

</Steps>
`;

test('steps that changed after a cut was recorded are told, with the reader who sees them', async () => {
  const then = NOW.replace('Choose More.', 'Choose Snapshots.');

  const warnings = await staleCuts(contentOf(NOW), past(then));

  assert.deepEqual(warnings, [
    {
      problem:
        'Steps have changed since "Get back a file" was recorded on 2026-09-30: 1 of them for version 4.2, "home".',
      where: { file: 'content/articles/restore-a-file.mdx', line: 1 },
      fix: 'Record it again (npm run clips), or, where it still shows what is true, set "recorded" in content/videos/restore.yaml to the day on which somebody looked.',
    },
  ]);
});

test('other words around the same steps leave a cut as it is', async () => {
  const warnings = await staleCuts(contentOf(NOW), past(`A sentence that is gone.\n\n${NOW}`));

  assert.deepEqual(warnings, []);
});

test('where the past of a file is not known nothing is said', async () => {
  const warnings = await staleCuts(contentOf(NOW), async () => undefined);

  assert.deepEqual(warnings, []);
});

test('the past of a file is what git had at the end of the day', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-history-'));
  const git = (day: string, ...words: string[]) => {
    const date = `${day}T12:00:00`;
    const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    execFileSync('git', ['-C', folder, '-c', 'user.name=w', '-c', 'user.email=w@example.com', ...words], { env });
  };
  const write = (day: string, text: string) => {
    writeFileSync(join(folder, 'content/a.mdx'), text);
    git(day, 'add', '.');
    git(day, 'commit', '-qm', 'Write');
  };
  mkdirSync(join(folder, 'content'));
  git('2026-09-01', 'init', '-q');
  write('2026-09-01', 'first');
  write('2026-10-01', 'second');

  const history = gitHistory(join(folder, 'content'));

  assert.equal(await history('content/a.mdx', '2026-09-30'), 'first');
  assert.equal(await history('content/a.mdx', '2026-10-01'), 'second');
  assert.equal(await history('content/a.mdx', '2026-08-31'), undefined);
  rmSync(folder, { recursive: true });
  assert.equal(await history('content/a.mdx', '2026-10-01'), undefined);
});

function past(body: string): SourceAt {
  const { source } = edition(body);
  return async () => source;
}

function contentOf(body: string): Content {
  const content = { products: [syncProduct()], editions: [edition(body)], videos: [video()] };
  return content as unknown as Content;
}

function video(): Video {
  return {
    id: 'restore',
    file: 'content/videos/restore.yaml',
    title: 'Get back a file',
    cuts: [
      {
        source: '/videos/home.webm',
        files: [],
        captions: 'restore.en.vtt',
        language: 'en',
        recorded: '2026-09-30',
        cues: [{ startMs: 0, endMs: 4000, text: 'Open Sync.' }],
        chapters: [],
      },
    ],
  };
}
