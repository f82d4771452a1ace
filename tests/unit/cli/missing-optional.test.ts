import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { missingOptional, type Lock } from '../../../src/cli/missing-optional.ts';

test('the lock holds the builds of every package for Linux, macOS and Windows', () => {
  const lock = JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8')) as Lock;

  const missing = missingOptional(lock);

  assert.deepEqual(missing, []);
});

test('a build that the lock lacks is named with its system', () => {
  const lock: Lock = {
    packages: { 'node_modules/pagefind': { optionalDependencies: { '@pagefind/windows-x64': '1.6.0' } } },
  };

  const missing = missingOptional(lock);

  assert.deepEqual(missing, [
    { path: 'node_modules/@pagefind/windows-x64', version: '1.6.0', os: 'win32', cpu: 'x64' },
  ]);
});

test('a build that stands deeper, beside the package that needs it, is found', () => {
  const lock: Lock = {
    packages: {
      'node_modules/a/node_modules/b': { optionalDependencies: { 'b-linux-x64': '1.0.0' } },
      'node_modules/a/node_modules/b-linux-x64': { version: '1.0.0' },
    },
  };

  const missing = missingOptional(lock);

  assert.deepEqual(missing, []);
});

test('no address of a registry stands in the lock', () => {
  const lock = readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8');

  assert.doesNotMatch(lock, /"resolved"/);
});

test('another version at the top does not stand for the one that is needed', () => {
  const lock: Lock = {
    packages: {
      'node_modules/b-darwin-x64': { version: '2.0.0' },
      'node_modules/a/node_modules/b': { optionalDependencies: { 'b-darwin-x64': '1.0.0' } },
    },
  };

  const missing = missingOptional(lock);

  assert.deepEqual(missing, [
    { path: 'node_modules/a/node_modules/b-darwin-x64', version: '1.0.0', os: 'darwin', cpu: 'x64' },
  ]);
});
