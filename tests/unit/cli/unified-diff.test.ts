import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { unifiedDiff } from '../../../src/cli/unified-diff.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const LINES = Array.from({ length: 12 }, (_, index) => `line ${index + 1}\n`).join('');

test('a changed line stands between three lines before it and three behind it', () => {
  const diff = unifiedDiff('a.mdx', LINES, LINES.replace('line 6\n', 'line six\n'));

  assert.equal(
    diff,
    `--- a/a.mdx
+++ b/a.mdx
@@ -3,7 +3,7 @@
 line 3
 line 4
 line 5
-line 6
+line six
 line 7
 line 8
 line 9
`,
  );
});

test('what has not changed has no diff', () => {
  assert.equal(unifiedDiff('a.mdx', LINES, LINES), '');
});

for (const [how, before, after] of [
  ['a line in the middle', LINES, LINES.replace('line 6\n', 'line six\n')],
  ['the first line', LINES, LINES.replace('line 1\n', '')],
  ['a line at the end', LINES, `${LINES}more\n`],
  ['the end without a line end', 'a\nb', 'a\nb\nc'],
  ['lines of Windows', 'a\r\nb\r\nc\r\n', 'a\r\nb\r\nd\r\nc\r\n'],
] as const) {
  test(`git applies a change of ${how}`, async (t) => {
    const folder = await temporaryFolder(t);
    await writeFile(join(folder, 'a.mdx'), before);

    const input = `# why\n${unifiedDiff('a.mdx', before, after)}`;
    const applied = spawnSync('git', ['apply', '-'], { cwd: folder, input, encoding: 'utf8' });

    assert.deepEqual([applied.status, applied.stderr], [0, '']);
    assert.equal(await readFile(join(folder, 'a.mdx'), 'utf8'), after);
  });
}
