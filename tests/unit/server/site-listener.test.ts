import assert from 'node:assert/strict';
import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { Mistakes } from '../../../src/errors/user-error.ts';
import { siteListener } from '../../../src/server/site-listener.ts';
import { answerTo, distOf, servingSite } from './serving-site.ts';

for (const range of ['bytes=5-2', 'bytes=-3', 'bytes=0-1,3-4', 'lines=1-2']) {
  test(`the range ${range} is left out of account, and the server goes on`, async (t) => {
    const { url } = await servingSite(t);

    const response = await fetch(`${url}/film.webm`, { headers: { range } });

    assert.deepEqual([response.status, await response.text()], [200, '0123456789']);
  });
}

test('a part of a file is given to whoever asks for it, as players of videos do', async (t) => {
  const { url } = await servingSite(t);

  const response = await fetch(`${url}/film.webm`, { headers: { range: 'bytes=2-4' } });

  assert.deepEqual([response.status, await response.text()], [206, '234']);
});

test('a file that vanished while the server runs is said to come again, and we get one line', async (t) => {
  const { url, dist, events } = await servingSite(t);
  await rm(join(dist, 'client/film.webm'));

  const response = await fetch(`${url}/film.webm`);

  assert.equal(response.status, 503);
  assert.equal((await fetch(url)).status, 200);
  assert.deepEqual(
    events.map(({ event }) => event),
    ['site-changed'],
  );
});

test('a file that cannot be read breaks one answer, not the server', async (t) => {
  const { url, dist, events } = await servingSite(t);
  await rm(join(dist, 'client/film.webm'));
  await symlink('film.webm', join(dist, 'client/film.webm'));

  const response = await fetch(`${url}/film.webm`);

  assert.deepEqual([response.status, await response.text()], [500, 'our fault: call us']);
  assert.equal((await fetch(url)).status, 200);
  assert.deepEqual(
    events.map(({ event, error }) => [event, error]),
    [['request-failed', 'Error ELOOP']],
  );
});

test('the page that says that something broke goes out also where its file was lost', async (t) => {
  const { url, dist } = await servingSite(t);
  await rm(join(dist, 'client/500.html'));
  await symlink('500.html', join(dist, 'client/500.html'));

  const response = await fetch(`${url}/api/breaks`);

  assert.deepEqual([response.status, await response.text()], [500, 'our fault: call us']);
});

for (const [file, text] of [
  ['tags.json', '{"index.html":'],
  ['headers.json', '{"inline":"all"}'],
] as const) {
  test(`half a ${file} keeps a server from starting, and says how to mend it`, async (t) => {
    const dist = await distOf(t, { [`server/${file}`]: text });

    const started = siteListener(dist, { redirects: {}, former: {} }, { app: { log: () => undefined } });

    await assert.rejects(started, (error) => {
      assert.ok(error instanceof Mistakes);
      assert.match(error.message, new RegExp(`server/${file}\nThis is not what a build leaves here\.\nBuild the site`));
      return true;
    });
  });
}

for (const path of ['/api/breaks', '/api/fails']) {
  test(`where ${path} breaks, the reader gets the page that names a way to a person, and we get a line`, async (t) => {
    const { url, events } = await servingSite(t);

    const response = await fetch(`${url}${path}`);

    assert.deepEqual([response.status, await response.text()], [500, 'our fault: call us']);
    assert.equal(events[0]?.['event'], 'request-failed');
    assert.match(String(events[0]['error']), /^(Range|Type)Error$/);
    assert.match(String(events[0]['at']), /server\/entry\.mjs/);
    assert.doesNotMatch(JSON.stringify(events), /example\.com/);
  });
}

test('what is posted to an endpoint arrives there', async (t) => {
  const { url } = await servingSite(t);

  const response = await fetch(`${url}/api/votes`, { method: 'POST', body: '{}' });

  assert.deepEqual([response.status, await response.text()], [200, '/api/votes']);
});

test('a part of the search index is given at once, not through an address with a slash', async (t) => {
  const { url } = await servingSite(t);

  const response = await fetch(`${url}/pagefind/fragment/en_044e736.pf_fragment`, { redirect: 'manual' });

  assert.deepEqual([response.status, await response.text()], [200, 'a part of the index']);
});

test('an address at which nothing is gets the page that says so', async (t) => {
  const { url } = await servingSite(t);

  const response = await fetch(`${url}/nowhere/`);

  assert.deepEqual([response.status, await response.text()], [404, 'nothing here']);
});

test('a search with a question is answered by the server', async (t) => {
  const { url } = await servingSite(t);

  const response = await fetch(`${url}/search/?q=two+beeps`);

  assert.equal(await response.text(), '/search/answer/?q=two+beeps');
});

test('where a folded address leads is asked for each time, where a former one leads is kept', async (t) => {
  const { url } = await servingSite(t, {
    redirects: { '/articles/restore-a-file/5/': '/articles/restore-a-file/' },
    former: { '/kb/1142.html/': '/articles/restore-a-file/' },
  });

  const answers = await Promise.all(
    ['/articles/restore-a-file/5/', '/articles/restore-a-file/5?a=1', '/kb/1142.html'].map((path) =>
      fetch(url + path, { redirect: 'manual' }),
    ),
  );

  assert.deepEqual(
    answers.map(({ status, headers }) => [status, headers.get('location'), headers.get('cache-control')]),
    [
      [301, '/articles/restore-a-file/', 'no-cache'],
      [301, '/articles/restore-a-file/?a=1', 'no-cache'],
      [301, '/articles/restore-a-file/', 'max-age=2592000'],
    ],
  );
});

test('the Markdown of a page that was folded or moved is found where that of its page is', async (t) => {
  const { url } = await servingSite(t, {
    redirects: { '/articles/restore-a-file/5/': '/articles/restore-a-file/' },
    former: { '/kb/1142/': '/articles/restore-a-file/4/', '/kb/old.md/': '/articles/restore-a-file/' },
  });

  const answers = await Promise.all(
    ['/articles/restore-a-file/5.md', '/kb/1142.md', '/kb/old.md', '/kb/nothing.md'].map((path) =>
      fetch(url + path, { redirect: 'manual' }),
    ),
  );

  assert.deepEqual(
    answers.map(({ status, headers }) => [status, headers.get('location'), headers.get('cache-control')]),
    [
      [301, '/articles/restore-a-file.md', 'no-cache'],
      [301, '/articles/restore-a-file/4.md', 'max-age=2592000'],
      [301, '/articles/restore-a-file/', 'max-age=2592000'],
      [404, null, 'no-store'],
    ],
  );
});

test('a former address leads on with or without its slash, and however it is encoded', async (t) => {
  const { url } = await servingSite(t, { redirects: {}, former: { '/kb/%C3%BCber/': '/articles/restore-a-file/' } });

  const answers = await Promise.all(
    ['/kb/%C3%BCber', '/kb/%c3%bcber/', '/kb/über', '/kb//../%C3%BCber/'].map((path) =>
      fetch(url + path, { redirect: 'manual' }),
    ),
  );

  assert.deepEqual(
    answers.map(({ headers }) => headers.get('location')),
    answers.map(() => '/articles/restore-a-file/'),
  );
});

for (const path of ['//elsewhere', '/..//elsewhere', '/.//elsewhere', '/\\elsewhere']) {
  test(`${path} leads to no other host`, async (t) => {
    const { port } = await servingSite(t);

    const answer = await answerTo(port, `GET ${path} HTTP/1.1`);

    assert.match(answer, /\r\nlocation: \/elsewhere\/\r\n/);
  });
}

test('each request is told whom it comes from, and a proxy that nobody declared is told of once', async (t) => {
  const { url, events } = await servingSite(t);
  const headers = { 'x-forwarded-for': '198.51.100.7' };

  const first = await fetch(`${url}/api/votes`, { method: 'POST', headers });
  await fetch(`${url}/api/votes`, { method: 'POST', headers });

  assert.equal(first.status, 200);
  assert.deepEqual(
    events.map(({ event }) => event),
    ['undeclared-proxy'],
  );
});
