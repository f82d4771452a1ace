import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Embed, Provider } from '../../../src/video/provider.ts';
import { PROVIDERS } from '../../../src/video/providers.ts';

/** What a provider is tried with. Every spelling of `known` is the same recording. */
export type Addresses = {
  known: readonly string[];
  /** Addresses that look like its own and are not, or lead to no single recording. */
  refused: readonly string[];
};

type Frame = Extract<Embed, { kind: 'frame' }>;

/** Addresses that no provider may take for a recording. */
const NEVER = [
  '',
  ' ',
  '/',
  '//www.youtube.com/watch?v=aqz-KE-bpKQ',
  'https://',
  'https://example.com/',
  'https://example.com/video.html',
  'javascript:alert(1)//youtu.be/aqz-KE-bpKQ',
  'data:text/html,https://youtu.be/aqz-KE-bpKQ',
  'ftp://youtu.be/aqz-KE-bpKQ',
  'https://user:secret@youtu.be/aqz-KE-bpKQ',
  '/videos/../../etc/passwd.mp4',
];

/** What holds for every provider; tests of its own come after it. */
export function provesProvider(provider: Provider, { known, refused }: Addresses): void {
  for (const address of known) {
    test(`${provider.name} knows ${address}`, () => {
      const embed = provider.match(address);

      assert.ok(embed);
    });

    test(`${address} belongs to ${provider.name} and to nobody else`, () => {
      const owners = PROVIDERS.filter((other) => other.match(address)).map(({ name }) => name);

      assert.deepEqual(owners, [provider.name]);
    });
  }

  for (const address of [...refused, ...NEVER]) {
    test(`${provider.name} refuses ${JSON.stringify(address)}`, () => {
      const embed = provider.match(address);

      assert.equal(embed, undefined);
    });
  }
}

/** What holds besides for providers whose player stands in a frame. */
export function provesFrames(provider: Provider, { known }: Addresses, { start }: { start: RegExp }): void {
  for (const address of known) {
    test(`every spelling is played from the same player, over HTTPS: ${address}`, () => {
      const [first, here] = [known[0] ?? '', address].map((spelling) => frameOf(provider, spelling).playerAt(7));

      assert.equal(here, first);
      assert.equal(new URL(here ?? '').protocol, 'https:');
    });
  }

  test(`${provider.name} plays at once, from the second that is asked for`, () => {
    const player = frameOf(provider, known[0] ?? '').playerAt(83.9);

    assert.equal(new URL(player).searchParams.get('autoplay'), '1');
    assert.match(player, start);
  });

  test(`the page at ${provider.name} is an address that it knows itself`, () => {
    const { page } = frameOf(provider, known[0] ?? '');

    assert.ok(provider.match(page));
  });
}

export function frameOf(provider: Provider, address: string): Frame {
  const embed = provider.match(address);
  assert.ok(embed?.kind === 'frame');
  return embed;
}
