import assert from 'node:assert/strict';
import { test } from 'node:test';
import { admissionTo, DESK_ROUTES, homeOf, isOfDesk, pathAtDesk } from '../../../src/server/desk-routes.ts';
import { deskPages } from '../../fixtures/desk-pages.ts';

test('every page of the desk stands in the table of who may enter', () => {
  const missing = deskPages().filter(({ route }) => !(route in DESK_ROUTES));

  assert.deepEqual(
    missing.map(({ file }) => file),
    [],
  );
});

test('every page of the desk is rendered when it is asked for, since a file would be given to anybody', () => {
  const prerendered = deskPages().filter(({ text }) => !/^export const prerender = false;$/m.test(text));

  assert.deepEqual(
    prerendered.map(({ file }) => file),
    [],
  );
});

test('strangers see the ways in, and none of them holds a request', () => {
  const open = Object.entries(DESK_ROUTES).flatMap(([route, admission]) => (admission === 'anyone' ? [route] : []));

  assert.deepEqual(open, [
    '/desk/sign-in',
    '/desk/sign-in/passkey',
    '/desk/sign-in/password/[token]',
    '/desk/auth/[...all]',
  ]);
});

test('a writer sees no request, and an admin everything', () => {
  const closedTo = (role: 'writer' | 'admin') =>
    Object.entries(DESK_ROUTES).flatMap(([route, who]) => (who === 'anyone' || who.includes(role) ? [] : [route]));

  assert.deepEqual(closedTo('admin'), []);
  for (const route of ['/desk', '/desk/events', '/desk/requests/[reference]']) {
    assert.ok(closedTo('writer').includes(route), route);
  }
});

test('a page that the table lacks lets nobody in', () => {
  assert.deepEqual(admissionTo('/desk/added-yesterday'), []);
});

for (const [route, path] of [
  ['/desk', '/desk'],
  ['/desk/requests/[reference]', '/anything/'],
  ['/[...former]', '/desk/'],
  ['/[...former]', '/DESK/requests/'],
  ['/[...former]', '/%64esk/'],
  ['', '/desk%2Fevents'],
] as const) {
  test(`the guard stands before ${path} answered by ${route || 'nothing'}`, () => {
    assert.equal(isOfDesk(route, path), true);
  });
}

for (const path of ['/', '/desktop/', '/articles/desk/', '/%zz']) {
  test(`the guard leaves ${path} alone`, () => {
    assert.equal(isOfDesk('/[...former]', path), false);
  });
}

for (const [address, path] of [
  ['/desk/requests/7K3F-9Q2M/?a=1', '/desk/requests/7K3F-9Q2M/?a=1'],
  ['/desk/', '/desk/'],
  ['/desk/../articles/', undefined],
  ['/articles/', undefined],
  ['//evil.example/desk/', undefined],
  ['/\\evil.example/desk/', undefined],
  ['https://evil.example/desk/', undefined],
  ['javascript:alert(1)', undefined],
  ['/desk/sign-in/', undefined],
  ['/desk/sign-out/', undefined],
  ['/desk/auth/callback/x', undefined],
  ['', undefined],
  [undefined, undefined],
] as const) {
  test(`after signing in, ${address ?? 'no address'} leads ${path ? `to ${path}` : 'to the beginning'}`, () => {
    assert.equal(pathAtDesk(address), path);
  });
}

test('writers begin with insights, everybody else with requests', () => {
  assert.deepEqual([homeOf('writer'), homeOf('agent'), homeOf('admin')], ['/desk/insights/', '/desk/', '/desk/']);
});
