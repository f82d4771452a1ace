import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { copySite } from '../bench/site-copy.ts';
import { article, writeContent } from '../fixtures/site.ts';

const run = promisify(execFile);

describe('a site that is built for a host without a server', () => {
  let folder: string;
  const page = (address: string) => readFile(join(folder, 'dist/client', address, 'index.html'), 'utf8');

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'handrail-static-'));
    await copySite('.', folder);
    await using content = await writeContent({
      'articles/restore-a-file.mdx': article({ redirectFrom: '[/kb/1142-restore]' }, 'Open **Files**.'),
      'articles/unfinished.mdx': article({ draft: 'true' }),
    });
    const env = {
      ...process.env,
      // As in the shell of somebody who develops something; what is published is the same.
      NODE_ENV: 'development',
      CONTENT_DIR: content.folder,
      PUBLIC_API_URL: 'none',
      SITE_URL: 'https://help.example.com',
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

  test('redirects stand in a file for hosts that read one', () => {
    assert.ok(existsSync(join(folder, 'dist/client/_redirects')));
  });
});
