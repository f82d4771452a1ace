import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { findFfmpeg } from '../../../src/clips/find-ffmpeg.ts';

const INSTALL = '(apt-get install ffmpeg, brew install ffmpeg, winget install ffmpeg), then run this again.';

test('where ffmpeg is missing, it is said how to install it', () => {
  assert.throws(() => findFfmpeg('ffmpeg-that-is-not-there'), {
    message: `No clip was made.

ffmpeg-that-is-not-there
This program is missing, so pictures cannot become a film.
Install it ${INSTALL}`,
  });
});

test('an ffmpeg without a codec that we need is told', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ffmpeg-'));
  const program = join(folder, 'ffmpeg');
  await writeFile(program, '#!/bin/sh\necho " V....D libx264              H.264"\n');
  await chmod(program, 0o755);

  assert.throws(() => findFfmpeg(program), {
    message: `No clip was made.

${program}
This ffmpeg was built without libvpx-vp9.
Install a full one ${INSTALL}`,
  });
  await rm(folder, { recursive: true });
});
