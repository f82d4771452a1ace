import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { holds, readCondition } from '../../../src/variants/condition.ts';
import { readersOf } from '../../../src/variants/reader.ts';
import { syncProduct } from '../../fixtures/editions.ts';

describe('a condition holds', () => {
  const all = ['5 home', '5 office', '5 admin', '4.2 home', '4.2 office', '4.2 admin', '3 home', '3 office', '3 admin'];
  const cases: [Record<string, string>, string[]][] = [
    [{ versions: '>=4' }, all.slice(0, 6)],
    [{ versions: '3, 5' }, [...all.slice(0, 3), ...all.slice(6)]],
    [{ audiences: 'admin' }, ['5 admin', '4.2 admin', '3 admin']],
    [{ audiences: 'home, admin' }, ['5 home', '5 admin', '4.2 home', '4.2 admin', '3 home', '3 admin']],
    [{ audiences: 'home admin' }, ['5 home', '5 admin', '4.2 home', '4.2 admin', '3 home', '3 admin']],
    [{ versions: '5', audiences: 'home' }, ['5 home']],
    [{ not: 'admin' }, all.filter((reader) => !reader.endsWith('admin'))],
    [{ not: 'home office' }, ['5 admin', '4.2 admin', '3 admin']],
    [{ not: '>=4' }, ['3 home', '3 office', '3 admin']],
    [{ not: '>=4 <5' }, all.filter((reader) => !reader.startsWith('4.2'))],
    [{ not: 'admin, >=4' }, ['3 home', '3 office']],
    [{ versions: '5', not: 'admin' }, ['5 home', '5 office']],
    [{ versions: '5', not: '5' }, []],
  ];
  for (const [attributes, readers] of cases) {
    test(`with ${written(attributes)} for ${readers.join(', ') || 'nobody'}`, () => {
      const read = readCondition(attributes, syncProduct());

      assert.ok('condition' in read);
      const held = readersOf({}, syncProduct()).filter((reader) => holds(read.condition, reader));
      assert.deepEqual(
        held.map(({ version, audience }) => `${version} ${audience}`),
        readers,
      );
    });
  }
});

describe('a condition that cannot be meant is a mistake', () => {
  const audiences = 'Its audiences are home, office, admin; they are listed in content/products/sync.yaml.';
  const cases: [Record<string, string>, { problem: string; fix: string }[]][] = [
    [{}, [{ problem: '<For> does not say whom it is for.', fix: 'Add versions="…", audiences="…" or not="…".' }]],
    ...[
      ['versions', ''],
      ['audiences', ' '],
      ['not', ', '],
    ].map(([name = '', value = '']): (typeof cases)[number] => [
      { [name]: value },
      [{ problem: `"${name}" of <For> is empty.`, fix: 'Say whom it is for, or delete the <For> around this text.' }],
    ]),
    [
      { version: '5' },
      [
        {
          problem: '<For> has no attribute "version".',
          fix: 'Did you mean "versions"? It takes versions, audiences and not.',
        },
      ],
    ],
    [
      { versions: 'newest' },
      [{ problem: '"newest" is not a range of versions.', fix: 'Write one such as ">=5", "<4.2" or "3, 5".' }],
    ],
    [
      { versions: '6' },
      [
        {
          problem: '"6" covers no version of Northlight Sync.',
          fix: 'Its versions are 5, 4.2, 3; they are listed in content/products/sync.yaml.',
        },
      ],
    ],
    [
      { audiences: 'admins, home' },
      [{ problem: '"admins" is not an audience of Northlight Sync.', fix: `Did you mean "admin"? ${audiences}` }],
    ],
    [
      { not: 'partners, >=new' },
      [
        { problem: '">=new" is not a range of versions.', fix: 'Write one such as ">=5", "<4.2" or "3, 5".' },
        { problem: '"partners" is not an audience of Northlight Sync.', fix: audiences },
      ],
    ],
  ];
  for (const [attributes, mistakes] of cases) {
    test(`as ${written(attributes) || 'no attribute at all'}`, () => {
      const read = readCondition(attributes, syncProduct());

      assert.deepEqual(read, { mistakes });
    });
  }

  test('and every mistake in it is named', () => {
    const read = readCondition({ versions: 'new', audiences: 'boss', role: 'x' }, syncProduct());

    assert.ok('mistakes' in read);
    assert.deepEqual(
      read.mistakes.map(({ problem }) => problem),
      [
        '"new" is not a range of versions.',
        '"boss" is not an audience of Northlight Sync.',
        '<For> has no attribute "role".',
      ],
    );
  });
});

function written(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
}
