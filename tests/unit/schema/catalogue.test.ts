import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Audience, Product, Topic } from '../../../src/schema/catalogue.ts';
import { syncProduct } from '../../fixtures/editions.ts';

const { id: _id, ...sync } = syncProduct();

test('a product with versions and audiences is sound', () => {
  const read = Product.safeParse(sync);

  assert.deepEqual(read.data, sync);
});

describe('a version may be called', () => {
  for (const id of ['5', '4.2', '10.0.3-beta', '2024R2', '0']) {
    test(id, () => {
      const read = Product.safeParse({ ...sync, versions: [{ id, label: 'x', released: '2026-01-01' }] });

      assert.ok(read.success);
    });
  }
});

describe('a version may not be called', () => {
  for (const id of ['', 'v5', 'latest', 'talk', '5 beta', '5/6', '5?', 'for-home']) {
    test(`"${id}", which cannot stand in an address or be told from an audience`, () => {
      const read = Product.safeParse({ ...sync, versions: [{ id, label: 'x', released: '2026-01-01' }] });

      assert.deepEqual(
        read.error?.issues.map(({ path }) => path),
        [['versions', 0, 'id']],
      );
    });
  }
});

for (const field of ['versions', 'audiences'] as const) {
  test(`a product without ${field} is refused`, () => {
    const read = Product.safeParse({ ...sync, [field]: [] });

    assert.deepEqual(
      read.error?.issues.map(({ path }) => path),
      [[field]],
    );
  });
}

for (const shape of [Audience, Topic]) {
  const name = shape === Audience ? 'an audience' : 'a topic';
  const entry = { id: 'home', title: 'At home', summary: 'You look after it.' };

  test(`${name} has an id, a title and a summary`, () => {
    const read = shape.safeParse(entry);

    assert.deepEqual(read.data, entry);
  });

  for (const id of ['', 'Home', 'at home', 'at_home', 'home-', '-home', 'at--home', 'zuhause-für-alle']) {
    test(`${name} may not be called "${id}"`, () => {
      const read = shape.safeParse({ ...entry, id });

      assert.deepEqual([...new Set(read.error?.issues.map(({ path }) => path.join('.')))], ['id']);
    });
  }
}

test('an audience does not begin with a digit, because not="365" is a range of versions', () => {
  const read = Audience.safeParse({ id: '365-users', title: 'In the cloud', summary: 'You use 365.' });

  assert.equal(read.success, false);
});

test('a topic may begin with a digit', () => {
  const read = Topic.safeParse({ id: '2-factor', title: 'Two factors', summary: 'Sign in with two.' });

  assert.equal(read.success, true);
});
