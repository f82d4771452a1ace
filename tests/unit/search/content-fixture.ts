import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Content } from '../../../src/articles/content.ts';
import { readContent } from '../../../src/articles/read-content.ts';

/** A small content folder, read as a build reads it, and a folder to write an index into. Both go with the test. */
export async function contentFixture(test: Pick<TestContext, 'after'>): Promise<{ content: Content; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-search-'));
  test.after(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(FILES)) {
    const path = join(folder, 'content', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  return { content: await readContent(join(folder, 'content')), folder };
}

const FILES: Record<string, string> = {
  'site.yaml': `
name: Example
title: Example Help
sentence: Answers.
language: en-GB
contact: { phone: "+44 1632 960000", email: help@example.com }
support:
  timeZone: Europe/London
  hours: [{ days: [mon], from: "09:00", to: "17:00" }]
  promises: { email: { within: PT4H }, call-back: { within: PT2H } }
`,
  'audiences.yaml': `
- { id: home, title: At home, summary: You look after it yourself. }
- { id: admin, title: For administrators, summary: You look after others. }
`,
  'topics.yaml': '- { id: files, title: Files, summary: Files. }\n- { id: print, title: Printing, summary: Paper. }\n',
  'products/sync.yaml': `
title: Example Sync
summary: Keeps files.
audiences: [home, admin]
versions:
  - { id: "5", label: Sync 5, released: 2026-01-01 }
  - { id: "3", label: Sync 3, released: 2022-01-01 }
`,
  'products/printer.yaml': `
title: Example Printer
summary: Prints.
audiences: [home]
versions: [{ id: "1", label: Printer 1, released: 2024-01-01 }]
`,
  'articles/restore-a-file.mdx': article(
    {
      title: 'Get back an earlier copy of a file',
      summary: 'Restore one file from a snapshot.',
      product: 'sync',
      topic: 'files',
      keywords: '[undelete, time machine]',
    },
    `
## The file was overwritten

<For versions=">=5">Right-click it and choose History.</For><For versions="<5">Open the calendar of the Restore tab.</For>

## The disk is full

The number NL-1042 means that this disk has no room for another snapshot.

<For audiences="admin">Policies can hide the quota.</For>
`,
  ),
  'articles/printer-offline.mdx': article(
    {
      title: 'The printer is offline',
      summary: 'Wake the printer and send the page again.',
      product: 'printer',
      topic: 'print',
      type: 'troubleshooting',
    },
    'Switch it off and on. A full tray of paper stops it as well. In our café, Müller’s café and the Cafe Größe it helped.',
  ),
  'articles/not-finished.mdx': article(
    { title: 'Unfinished thoughts', summary: 'A draft.', product: 'printer', topic: 'print', draft: 'true' },
    'Nothing to read yet.',
  ),
};

function article(fields: Record<string, string>, body: string): string {
  const all = { type: 'how-to', reviewed: '2026-10-01', owner: 'writers', ...fields };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return ['---', ...lines, '---', '', body, ''].join('\n');
}
