import assert from 'node:assert/strict';
import { test } from 'node:test';
import { file } from '../../../../src/video/providers/file.ts';
import { provesProvider } from '../provider-contract.ts';

provesProvider(file, {
  known: ['/videos/restore.webm', '/videos/restore.home.mp4', '/videos/sync/5/RESTORE.MP4', '/videos/a.m4v', '/a.ogv'],
  refused: [
    '/videos/restore',
    '/videos/restore.mov',
    '/videos/restore.jpg',
    '/videos/restore.mp4?x=1',
    '/videos/re store.mp4',
    '/videos/restore%2emp4/../x.mp4',
    'videos/restore.mp4',
    '//evil.example/restore.mp4',
    '/\\evil.example/restore.mp4',
    'https://evil.example/restore.mp4',
  ],
});

test('a file is played from where it is', () => {
  const embed = file.match('/videos/restore.webm');

  assert.deepEqual(embed, { kind: 'file', provider: 'this site', address: '/videos/restore.webm' });
});
