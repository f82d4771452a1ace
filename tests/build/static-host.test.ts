import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { copySite } from '../bench/site-copy.ts';
import { article, SITE_YAML, writeContent } from '../fixtures/site.ts';

const run = promisify(execFile);

const SITE_URL = 'https://help.example.com';
const RED = { r: 255, g: 0, b: 0 };
const NIGHT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h40v10H0z" /></svg>\n';

describe('a site that is built for a host without a server', () => {
  let folder: string;
  const page = (address: string) => readFile(join(folder, 'dist/client', address, 'index.html'), 'utf8');

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'handrail-static-'));
    await copySite('.', folder);
    await writeFile(join(folder, 'public/night.svg'), NIGHT);
    const day = await sharp({ create: { width: 800, height: 200, channels: 3, background: RED } })
      .png()
      .toBuffer();
    await using content = await writeContent({
      'site.yaml': `${SITE_YAML}look:\n  logo: { light: day.png, dark: /night.svg }\n`,
      'day.png': day,
      'articles/restore-a-file.mdx': article({ redirectFrom: '[/kb/1142-restore]' }, 'Open **Files**.'),
      'articles/unfinished.mdx': article({ draft: 'true' }),
    });
    const env = {
      ...process.env,
      // As in the shell of somebody who develops something; what is published is the same.
      NODE_ENV: 'development',
      CONTENT_DIR: content.folder,
      PUBLIC_API_URL: 'none',
      SITE_URL,
    };
    await run(process.execPath, ['src/cli/build.ts'], { cwd: folder, env });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  test('its articles offer the phone and the e-mail, and no form that nobody takes', async () => {
    const html = await page('articles/restore-a-file');

    assert.match(html, /We cannot take votes or requests on this page/);
    assert.match(html, /href="tel:/);
    assert.doesNotMatch(html, /action="[^"]*\/api\//);
    assert.doesNotMatch(html, /\/talk\//);
  });

  test('no draft is among its pages, whatever the shell says of development', () => {
    assert.ok(existsSync(join(folder, 'dist/client/articles/restore-a-file/index.html')));
    assert.ok(!existsSync(join(folder, 'dist/client/articles/unfinished/index.html')));
  });

  test('"Talk to a person" leads to the ways to reach one at the foot of the page', async () => {
    const html = await page('articles/restore-a-file');

    assert.match(html, /<a class="talk" href="#contact"/);
    assert.match(html, /id="contact"/);
  });

  test('every other address of an article leads on to its page, with the page as canonical', async () => {
    for (const address of ['articles/restore-a-file/5', 'articles/restore-a-file/for-home', 'kb/1142-restore']) {
      const html = await page(address);

      assert.match(html, /http-equiv="refresh" content="[^"]*\/articles\/restore-a-file\/"/, address);
      assert.match(html, /rel="canonical" href="https:\/\/help\.example\.com\/articles\/restore-a-file\/"/, address);
    }
  });

  test('search says that it needs JavaScript, and lists the topics once', async () => {
    const html = await page('search');
    const results = html.slice(html.indexOf('data-search-results'), html.indexOf('</section>'));

    assert.match(results, /<noscript>[\s\S]*needs JavaScript/);
    assert.equal(results.match(/href="\/topics\/files\/"/g)?.length, 1);
  });

  for (const address of ['', 'articles/restore-a-file']) {
    test(`the logo stands in the head of /${address} for the name of the site, by day and by night`, async () => {
      const head = /<header[\s\S]*?<\/header>/.exec(await page(address))?.[0] ?? '';
      const picture = /<picture[\s\S]*?<\/picture>/.exec(head)?.[0] ?? '';

      const addresses = [...picture.matchAll(/ (?:srcset|src)="([^"]+)"/g)].flatMap(([, written = '']) =>
        written.split(', ').map((candidate) => candidate.split(' ')[0] ?? ''),
      );

      assert.match(picture, /<img[^>]* alt="Northlight Help"/);
      assert.match(picture, /<source srcset="[^"]*\/night\.\w+\.svg"[^>]* media="[^"]*dark/);
      assert.ok(addresses.some((one) => /\/day\.\S+\.avif$/.test(one)) && addresses.length >= 4, addresses.join(' '));
      for (const one of addresses) assert.ok(existsSync(join(folder, 'dist/client', one)), one);
    });
  }

  test('whoever shows the site elsewhere is told of its logo, and finds it there', async () => {
    const data = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(await page(''))?.[1] ?? '';
    const [, logo = ''] = /"logo":"([^"]+)"/.exec(data) ?? [];

    const bytes = await readFile(join(folder, 'dist/client', pathOn(logo)));

    assert.ok(await isRedAt(bytes, { left: 10, top: 10 }));
  });

  test('the picture of a page for previews shows the logo', async () => {
    const html = await page('articles/restore-a-file');
    const [, preview = ''] = /<meta property="og:image" content="([^"]+)"/.exec(html) ?? [];

    const bytes = await readFile(join(folder, 'dist/client', pathOn(preview)));

    assert.ok(await isRedAt(bytes, { left: 90, top: 90 }));
  });

  test('redirects stand in a file for hosts that read one', () => {
    assert.ok(existsSync(join(folder, 'dist/client/_redirects')));
  });
});

/** The path of an address of the site that is built. */
function pathOn(address: string): string {
  assert.ok(address.startsWith(`${SITE_URL}/`), address);
  return new URL(address).pathname;
}

/** WebP keeps colours nearly. */
async function isRedAt(picture: Buffer, at: { left: number; top: number }): Promise<boolean> {
  const pixel = sharp(picture).extract({ ...at, width: 1, height: 1 });
  const [red = 0, green = 255, blue = 255] = await pixel.removeAlpha().raw().toBuffer();
  return red > 250 && green < 5 && blue < 5;
}
