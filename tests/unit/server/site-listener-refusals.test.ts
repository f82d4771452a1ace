import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerTo, servingSite } from './serving-site.ts';

for (const target of ['http://[/', 'http://a:99999/', 'http://%zz/', 'http://', '//[', '\\\\[']) {
  test(`a request for ${target} is refused or answered, and the server goes on`, async (t) => {
    const { port, url } = await servingSite(t);

    const answer = await answerTo(port, `GET ${target} HTTP/1.1`);

    assert.match(answer, /^HTTP\/1\.1 (301|400|404) /);
    assert.equal((await fetch(url)).status, 200);
  });
}

for (const path of ['/articles/restore-a-file/', '/', '/nowhere/']) {
  test(`what is posted to ${path} is refused, not dropped`, async (t) => {
    const { url } = await servingSite(t);

    const response = await fetch(`${url}${path}`, { method: 'POST', body: 'name=A+reader' });

    assert.deepEqual([response.status, response.headers.get('allow')], [405, 'GET, HEAD']);
  });
}

for (const lengths of [
  'Content-Length: 4\r\nTransfer-Encoding: chunked',
  'Content-Length: 4\r\nContent-Length: 5',
  'Content-Length: +4',
  'Transfer-Encoding: chunked, identity',
]) {
  test(`a request whose length is in doubt is refused: ${lengths.replace('\r\n', ', ')}`, async (t) => {
    const { port, url } = await servingSite(t);

    const answer = await answerTo(port, `POST /api/votes HTTP/1.1\r\n${lengths}`);

    assert.match(answer, /^HTTP\/1\.1 400 /);
    assert.equal((await fetch(url)).status, 200);
  });
}

for (const method of ['TRACE', 'PUT', 'PATCH', 'DELETE']) {
  test(`${method} is a method that nothing here needs, and is refused`, async (t) => {
    const { port } = await servingSite(t);

    const answers = await Promise.all(
      ['/', '/film.webm', '/articles/restore-a-file/'].map((path) => answerTo(port, `${method} ${path} HTTP/1.1`)),
    );

    assert.deepEqual(
      answers.map((answer) => answer.slice(0, 12)),
      answers.map(() => 'HTTP/1.1 405'),
    );
  });
}

for (const path of [
  '/articles/',
  '/pagefind/fragment/',
  '/.git/config',
  '/server/entry.mjs',
  '/..%2fserver%2fentry.mjs',
]) {
  test(`${path} is no page, and neither a list of files nor anything beside the site is given`, async (t) => {
    const { port } = await servingSite(t);

    const answer = await answerTo(port, `GET ${path} HTTP/1.1`);

    assert.match(answer, /^HTTP\/1\.1 (301|404) /);
    assert.doesNotMatch(answer, /restore-a-file|044e736|handler/);
  });
}

for (const host of ['!@!', 'a b', '[', 'a:99999', '<script>', 'a/b']) {
  test(`a request to the host ${host} is refused before any page is told of it`, async (t) => {
    const { port, events } = await servingSite(t);

    const answer = await answerTo(port, `GET /api/votes HTTP/1.1`, host);

    assert.match(answer, /^HTTP\/1\.1 400 /);
    assert.deepEqual(events, []);
  });
}

for (const host of ['help.example.com', 'help.example.com:4321', '[::1]:4321', '127.0.0.1', 'help_desk.local']) {
  test(`a request to the host ${host} is answered`, async (t) => {
    const { port } = await servingSite(t);

    const answer = await answerTo(port, `GET /api/votes HTTP/1.1`, host);

    assert.match(answer, /^HTTP\/1\.1 200 /);
  });
}

for (const method of ['TRACE', 'PUT', 'DELETE', 'PATCH', 'PROPFIND']) {
  test(`${method} is refused before any page is told of it`, async (t) => {
    const { port } = await servingSite(t);

    const answer = await answerTo(port, `${method} /api/breaks HTTP/1.1`);

    assert.match(answer, /^HTTP\/1\.1 405 /);
  });
}
