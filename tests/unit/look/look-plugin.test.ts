import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookPlugin } from '../../../src/look/look-plugin.ts';
import { SITE_YAML, writeContent } from '../../fixtures/site.ts';

test('pages get the tokens and the icon that site.yaml names', async () => {
  await using written = await writeContent({
    'site.yaml': `${SITE_YAML.trimEnd()}\nlook: { accent: "#9b1c5a", icon: icon.svg }\n`,
    'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 32"/>',
  });

  const css = await loaded('virtual:handrail/look.css', written.folder);
  const brand = await loaded('virtual:handrail/brand', written.folder);

  assert.match(css, /--accent:light-dark\(#9b1c5a,/);
  assert.match(brand, /^import icon from ".*\/content\/icon\.svg\?url&no-inline";/);
});

test('a site.yaml with a mistake leaves the look as it is, since the mistake is told elsewhere', async () => {
  await using written = await writeContent({ 'site.yaml': 'look: { accent: "#9b1c5a" }\n' });

  const css = await loaded('virtual:handrail/look.css', written.folder);

  assert.equal(css, '');
});

/** What the plugin gives for a module, found as Vite finds it. */
async function loaded(id: string, contentDir: string): Promise<string> {
  const { resolveId, load } = lookPlugin(contentDir) as unknown as {
    resolveId: (id: string) => string | undefined;
    load: (id: string) => Promise<string | undefined>;
  };
  const resolved = resolveId(id);
  assert.ok(resolved);
  return (await load(resolved)) ?? '';
}
