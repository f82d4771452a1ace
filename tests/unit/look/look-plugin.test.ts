import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookPlugin } from '../../../src/look/look-plugin.ts';
import { SITE_YAML, writeContent } from '../../fixtures/site.ts';

test('pages get the tokens and the logo that site.yaml names', async () => {
  await using written = await writeContent({
    'site.yaml': `${SITE_YAML.trimEnd()}\nlook: { accent: "#9b1c5a", logo: logo.svg }\n`,
    'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 32"/>',
  });

  const css = await loaded('virtual:handrail/look.css', written.folder);
  const brand = await loaded('virtual:handrail/brand', written.folder);

  assert.match(css, /--accent:light-dark\(#9b1c5a,/);
  assert.match(brand, /^import picture0 from ".*\/content\/logo\.svg\?url&no-inline";/);
  assert.match(brand, /"width":120,"height":32/);
});

test('a site.yaml with a mistake leaves the look as it is, since the mistake is told elsewhere', async () => {
  await using written = await writeContent({ 'site.yaml': 'look: { accent: "#9b1c5a" }\n' });

  const css = await loaded('virtual:handrail/look.css', written.folder);

  assert.equal(css, '');
});

/** What the plugin gives for a module, found as Vite finds it. */
async function loaded(id: string, contentDir: string): Promise<string> {
  const { resolveId, load } = lookPlugin(contentDir, 'public') as unknown as {
    resolveId: (id: string) => string | undefined;
    load: (id: string) => Promise<string | undefined>;
  };
  const resolved = resolveId(id);
  assert.ok(resolved);
  return (await load(resolved)) ?? '';
}
