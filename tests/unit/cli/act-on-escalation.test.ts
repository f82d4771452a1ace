import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { actOnEscalation } from '../../../src/cli/act-on-escalation.ts';
import { openSqliteStore } from '../../../src/server/store/sqlite.ts';
import { article, writeContent } from '../../fixtures/site.ts';
import { storedEscalation } from '../../fixtures/stored-escalation.ts';

const NOW = Temporal.Instant.from('2026-11-23T09:00Z');

test('an article that there is not is refused with the one that was meant, unless it was missing', async (t) => {
  const { resolve, articles } = await acting(t);

  await assert.rejects(
    resolve('article-wrong', 'back-upp'),
    /--article\nThere is no article "back-upp"\.\nDid you mean "back-up"\?/,
  );
  await resolve('article-missing', 'print-on-both-sides');
  await resolve('article-wrong', 'https://help.example.com/articles/back-up/for-admin/');

  assert.deepEqual(await articles(), ['print-on-both-sides', 'back-up']);
});

async function acting(t: TestContext) {
  const content = await writeContent({ 'articles/back-up.mdx': article() });
  const store = await openSqliteStore(join(content.folder, 'handrail.db'), NOW);
  t.after(async () => {
    await store.close();
    await content[Symbol.asyncDispose]();
  });
  await store.addEscalation(storedEscalation('1'));
  const found = await store.escalationByReference('ref-1');
  assert.ok(found);
  const resolve = (outcome: string, named: string) =>
    actOnEscalation(
      { kind: 'act', reference: 'ref-1', act: 'resolve', options: { outcome, article: named, why: 'The menu moved.' } },
      found,
      { store, contentDir: content.folder, writesToCustomers: false },
      NOW,
    );
  const articles = async () =>
    (await store.eventsOf(found.id)).map(({ act }) => (act.kind === 'resolved' ? act.article : act.kind));
  return { resolve, articles };
}
