import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { headerFacts } from '../../../src/headers/header-facts.ts';
import { pageHeaders } from '../../../src/headers/page-headers.ts';
import { publicHeaders } from '../../../src/headers/security-headers.ts';
import { writeHeaders } from '../../../src/headers/write-headers.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const SETTINGS = { siteUrl: 'https://help.example.com', publicApi: { kind: 'none' } } as const;
const FOUND = {
  inline: { scripts: [], styles: ["'sha256-s='"] },
  onDemand: { scripts: [], styles: [] },
  players: [],
  pages: { "'sha256-s='": ['index.html'] },
};

for (const name of ['favicon.svg', '_astro/logo.D1a2.svg', 'files/PLAN.SVG', '_astro/page.js']) {
  for (const host of ['adds', 'replaces'] as const) {
    test(`a host that ${host} where rules meet sends the same for ${name} as the server does`, async (t) => {
      const client = await built(t, [name, 'index.html']);

      const sent = sentFor(name, await readFile(join(client, '_headers'), 'utf8'), host);

      const { 'cache-control': _kept, ...headers } = sent;
      const facts = headerFacts(FOUND, SETTINGS);
      assert.deepEqual(headers, { ...publicHeaders(facts), ...pageHeaders(facts, FOUND.pages)(name) });
    });
  }
}

test('a site without drawings has no rule for them', async (t) => {
  const client = await built(t, ['index.html']);

  const text = await readFile(join(client, '_headers'), 'utf8');

  assert.doesNotMatch(text, /svg|^ {2}!/m);
});

test('a drawing whose name is its ending alone leaves the policy of pages as it is', async (t) => {
  const client = await built(t, ['.svg', 'index.html']);

  const sent = sentFor('index.html', await readFile(join(client, '_headers'), 'utf8'), 'replaces');

  const policy = publicHeaders(headerFacts(FOUND, SETTINGS))['content-security-policy'];
  assert.equal(sent['content-security-policy'], policy);
});

/**
 * What a static host sends: Cloudflare adds what a later rule says, and takes back what stands behind `!`; in a later
 * rule of Netlify the same name replaces, and a line without a colon says nothing.
 */
function sentFor(name: string, rules: string, host: 'adds' | 'replaces'): Record<string, string> {
  const sent = new Map<string, string>();
  let isFor = false;
  for (const line of rules.split('\n').filter(Boolean)) {
    if (line.startsWith('/')) {
      const parts = line.split('*').map((part) => RegExp.escape(part));
      isFor = new RegExp(`^${parts.join('.*')}$`).test(`/${name}`);
      continue;
    }
    if (!isFor) continue;
    const [, takenBack] = /^ {2}! (.*)$/.exec(line) ?? [];
    if (takenBack !== undefined) {
      if (host === 'adds') sent.delete(takenBack);
      continue;
    }
    const [header = '', ...value] = line.trim().split(': ');
    const before = host === 'adds' && sent.has(header) ? `${sent.get(header)}, ` : '';
    sent.set(header, before + value.join(': '));
  }
  return Object.fromEntries(sent);
}

async function built(t: TestContext, names: readonly string[]): Promise<string> {
  const folder = await temporaryFolder(t);
  const client = join(folder, 'client');
  await mkdir(join(folder, 'server'));
  for (const name of names) {
    await mkdir(join(client, name, '..'), { recursive: true });
    await writeFile(join(client, name), '');
  }
  await writeHeaders(pathToFileURL(`${client}/`), FOUND, SETTINGS);
  return client;
}
