import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { actOnEscalation } from '../../../src/cli/act-on-escalation.ts';
import { openSqliteStore } from '../../../src/server/store/sqlite.ts';
import { continueEscalation } from '../../../src/server/continue-escalation.ts';
import { article, writeContent } from '../../fixtures/site.ts';
import { storedEscalation } from '../../fixtures/stored-escalation.ts';
import { support } from '../../fixtures/support.ts';

const NOW = Temporal.Instant.from('2026-11-23T09:00Z');

test('an article that there is not is refused with the one that was meant, unless it was missing', async (t) => {
  const { resolve, reopen, articles } = await acting(t);

  await assert.rejects(
    resolve('article-wrong', 'back-upp'),
    /--article\nThere is no article "back-upp"\.\nDid you mean "back-up"\?/,
  );
  await resolve('article-missing', 'print-on-both-sides');
  await reopen();
  await resolve('article-wrong', 'https://help.example.com/articles/back-up/for-admin/');

  assert.deepEqual(await articles(), ['print-on-both-sides', 'back-up']);
});

test('a heading that the article does not have is refused with those that there are, unless it was missing', async (t) => {
  const { resolve, articles } = await acting(t);

  await assert.rejects(
    resolve('article-wrong', 'back-up', 'By hnd'),
    new RegExp(
      '^Mistakes: Nothing was done\\.\\n\\nnpm run escalations -- resolve {2}--heading\\n' +
        'The article "back-up" has no heading "By hnd"\\.\\n' +
        'Did you mean "By hand"\\? Name one of its headings, or the article alone\\. It has "Each night", "By hand"\\.$',
    ),
  );
  await resolve('article-wrong', 'back-up', 'by  HAND');

  assert.deepEqual(await articles(), ['back-up']);
});

test('the second of two resolutions is refused, and says what can be done instead', async (t) => {
  const { resolve, articles } = await acting(t);
  await resolve('article-wrong', 'back-up');

  await assert.rejects(
    resolve('article-wrong', 'back-up'),
    new RegExp(
      '^Mistakes: Nothing was done\\.\\n\\nnpm run escalations -- resolve ref-1\\n' +
        'This request is resolved already, and its customer was asked whether it is mended\\.\\n' +
        'Add something with npm run escalations -- answer ref-1 --text "…", or with note\\.',
    ),
  );

  assert.deepEqual(await articles(), ['back-up']);
});

async function acting(t: TestContext) {
  const content = await writeContent({
    'articles/back-up.mdx': article({}, '## Each night\n\nSo.\n\n## By hand\n\nSo.\n'),
  });
  const store = await openSqliteStore(join(content.folder, 'handrail.db'), NOW);
  t.after(async () => {
    await store.close();
    await content[Symbol.asyncDispose]();
  });
  await store.addEscalation(storedEscalation('1'));
  const found = await store.escalationByReference('ref-1');
  assert.ok(found);
  const resolve = (outcome: string, named: string, heading?: string) =>
    actOnEscalation(
      {
        kind: 'act',
        reference: 'ref-1',
        act: 'resolve',
        options: { outcome, article: named, why: 'The menu moved.', ...(heading !== undefined && { heading }) },
      },
      found,
      { store, contentDir: content.folder, writesToCustomers: false },
      NOW,
    );
  const reopen = () =>
    continueEscalation({ store, support, writesToCustomers: false }, found.id, { act: { kind: 'reopened' } }, NOW);
  const articles = async () =>
    (await store.eventsOf(found.id)).flatMap(({ act }) => (act.kind === 'resolved' ? [act.article] : []));
  return { resolve, reopen, articles };
}
