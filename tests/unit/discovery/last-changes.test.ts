import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { appendFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { changedAt } from '../../../src/discovery/changed-at.ts';
import { lastChanges } from '../../../src/discovery/last-changes.ts';
import { edition } from '../../fixtures/editions.ts';
import { article, writeContent } from '../../fixtures/site.ts';

const run = promisify(execFile);
const EARLIER = '2026-03-01T10:00:00+01:00';
const LATER = '2026-04-02T12:00:00+00:00';

test('every file of the content has the time of the last commit that changed it', async () => {
  await using content = await writeContent({ 'articles/über uns.mdx': article() });
  await commitAll(content.folder, EARLIER);
  await appendFile(join(content.folder, 'articles/share-a-folder.mdx'), '\nMore.\n');
  await commitAll(content.folder, LATER);

  const changes = await lastChanges(content.folder);

  assert.equal(changes.get('content/articles/restore-a-file.mdx'), EARLIER);
  assert.equal(changes.get('content/articles/share-a-folder.mdx'), LATER);
  assert.equal(changes.get('content/articles/über uns.mdx'), EARLIER);
});

test('outside of a repository nothing is known of changes', async () => {
  await using content = await writeContent();

  const changes = await lastChanges(content.folder);

  assert.equal(changes.size, 0);
});

test('a shallow clone knows one commit only, so nothing is said of changes', async () => {
  await using content = await writeContent();
  await commitAll(content.folder, EARLIER);
  await appendFile(join(content.folder, 'site.yaml'), '# More.\n');
  await commitAll(content.folder, LATER);
  const clone = join(dirname(content.folder), 'clone');
  await run('git', ['clone', '-q', '--depth', '1', `file://${dirname(content.folder)}`, clone]);

  const changes = await lastChanges(join(clone, 'content'));

  assert.equal(changes.size, 0);
});

test('a clone without the earlier texts knows all changes, and fetches none of those texts for it', async () => {
  await using content = await writeContent();
  await commitAll(content.folder, EARLIER);
  await appendFile(join(content.folder, 'site.yaml'), '# More.\n');
  await commitAll(content.folder, LATER);
  const [origin, clone] = [dirname(content.folder), join(dirname(content.folder), 'clone')];
  await run('git', ['-C', origin, 'config', 'uploadpack.allowFilter', 'true']);
  await run('git', ['clone', '-q', '--filter=blob:none', `file://${origin}`, clone]);
  await run('git', ['-C', clone, 'remote', 'set-url', 'origin', 'file:///nowhere']);

  const changes = await lastChanges(join(clone, 'content'));

  assert.equal(changes.get('content/articles/restore-a-file.mdx'), EARLIER);
  assert.equal(changes.get('content/site.yaml'), LATER);
});

test('a page changed when its file did, or when it was checked since', () => {
  const changes = new Map([['content/articles/restore-a-file.mdx', '2026-05-01T01:00:00+02:00']]);

  assert.equal(changedAt(edition('Open it.', { reviewed: '2026-01-01' }), changes), '2026-04-30T23:00:00Z');
  assert.equal(changedAt(edition('Open it.', { reviewed: '2026-06-01' }), changes), '2026-06-01T00:00:00Z');
  assert.equal(changedAt(edition('Open it.', { reviewed: '2026-06-01' }), new Map()), '2026-06-01T00:00:00Z');
});

test('an incident changed when it was mended', () => {
  const incident = edition('It is over.', {
    type: 'incident',
    reviewed: '2026-06-01',
    opened: '2026-06-01T08:00Z',
    resolved: '2026-06-02T09:30+02:00',
  });

  assert.equal(changedAt(incident, new Map()), '2026-06-02T07:30:00Z');
});

async function commitAll(contentFolder: string, at: string): Promise<void> {
  const cwd = dirname(contentFolder);
  const env = { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at };
  const who = ['-c', 'user.name=Writer', '-c', 'user.email=writer@northlight.example', '-c', 'commit.gpgsign=false'];
  await run('git', ['init', '-q'], { cwd });
  await run('git', ['add', 'content'], { cwd });
  await run('git', [...who, 'commit', '-q', '-m', 'Write'], { cwd, env });
}
