import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Mistakes } from '../../../src/errors/user-error.ts';
import { readSettings } from '../../../src/server/settings.ts';

test('without any variable the site runs on this machine, on port 4321, with its store in data/', () => {
  const settings = readSettings({});

  assert.deepEqual(settings, {
    port: 4321,
    host: '127.0.0.1',
    siteUrl: 'http://127.0.0.1:4321',
    isAddressAssumed: true,
    contentDir: 'content',
    database: { kind: 'sqlite', path: 'data/handrail.db' },
    publicApi: { kind: 'same-host' },
    helpDesks: { desks: [], innerHosts: [] },
    logLevel: 'info',
    trustedProxies: [],
    limits: true,
  });
});

test('every variable is read, and addresses lose the slash at their end', () => {
  const settings = readSettings({
    PORT: '8080',
    HOST: '::1',
    SITE_URL: 'https://help.example.com/',
    CONTENT_DIR: '/srv/content',
    DATABASE_URL: 'file:/var/lib/handrail/store.db',
    HANDRAIL_SECRET: 'a secret that is long enough to use',
    PUBLIC_API_URL: 'https://api.example.com/',
    LOG_LEVEL: 'warn',
    TRUSTED_PROXIES: 'loopback, 10.0.0.5,10.1.0.0/16,2001:db8::/32',
    LIMITS: 'off',
    CHROMIUM_PATH: '/opt/chromium',
  });

  assert.deepEqual(settings, {
    port: 8080,
    host: '::1',
    siteUrl: 'https://help.example.com',
    contentDir: '/srv/content',
    database: { kind: 'sqlite', path: '/var/lib/handrail/store.db' },
    secret: 'a secret that is long enough to use',
    publicApi: { kind: 'elsewhere', url: 'https://api.example.com' },
    helpDesks: { desks: [], innerHosts: [] },
    logLevel: 'warn',
    trustedProxies: ['loopback', '10.0.0.5', '10.1.0.0/16', '2001:db8::/32'],
    limits: false,
    chromiumPath: '/opt/chromium',
  });
});

for (const [name, value] of Object.entries({
  SITE_URL: 'https://help.example.com',
  PORT: '4321',
  PUBLIC_API_URL: 'https://api.example.com',
})) {
  test(`with ${name} the address of the server is not assumed`, () => {
    assert.equal(readSettings({ [name]: value }).isAddressAssumed, undefined);
  });
}

test('an empty variable counts as unset', () => {
  const settings = readSettings({ PORT: '', SITE_URL: ' ', HANDRAIL_SECRET: '' });

  assert.equal(settings.port, 4321);
  assert.equal(settings.siteUrl, 'http://127.0.0.1:4321');
  assert.equal('secret' in settings, false);
});

test('a site that listens everywhere or on IPv6 gets an address that a browser can open', () => {
  const addresses = ['0.0.0.0', '::', '::1', 'desk.local'].map((HOST) => readSettings({ HOST }).siteUrl);

  assert.deepEqual(addresses, [
    'http://localhost:4321',
    'http://localhost:4321',
    'http://[::1]:4321',
    'http://desk.local:4321',
  ]);
});

test('PUBLIC_API_URL=none means that there is no server anywhere', () => {
  const settings = readSettings({ PUBLIC_API_URL: 'none' });

  assert.deepEqual(settings.publicApi, { kind: 'none' });
});

test('any free port will do where the address of the site is known', () => {
  const settings = readSettings({ PORT: '0', SITE_URL: 'https://help.example.com' });

  assert.deepEqual([settings.port, settings.siteUrl], [0, 'https://help.example.com']);
});

test('a PostgreSQL database needs a secret that all of its servers share', () => {
  const url = 'postgres://handrail:password@db.example.com/handrail?sslmode=verify-full';
  const secret = 'a secret that is long enough to use';

  const settings = readSettings({ DATABASE_URL: url, HANDRAIL_SECRET: secret });
  const withoutSecret = () => readSettings({ DATABASE_URL: url });

  assert.deepEqual(settings.database, { kind: 'postgres', url });
  assert.throws(withoutSecret, (error) => {
    assert.ok(error instanceof Mistakes);
    assert.deepEqual(error.mistakes, [
      {
        problem: 'With PostgreSQL there may be several servers, and each would make a secret of its own.',
        where: { file: 'environment', field: 'HANDRAIL_SECRET' },
        fix: 'Make one (openssl rand -hex 32), and give the same one to every server that uses this database.',
      },
    ]);
    return true;
  });
});

test('every mistake in the settings is told at once', () => {
  const wrong = () =>
    readSettings({ PORT: 'eighty', HOST: 'http://x', SITE_URL: 'help.example.com', PUBLIC_API_URL: 'nowhere' });

  assert.throws(wrong, (error) => {
    assert.ok(error instanceof Mistakes);
    assert.equal(
      error.message,
      `4 mistakes in the settings. Nothing was started.

environment  PORT
PORT is not the number of a port.
Write a number from 1 to 65535, such as 4321.

environment  HOST
HOST is not an address on which a server can listen.
Write a name or an address without http:// and port, such as 127.0.0.1, or 0.0.0.0 for all of them.

environment  SITE_URL
SITE_URL is not the address of a site.
Write the whole address without ? and #, such as https://help.example.com.

environment  PUBLIC_API_URL
PUBLIC_API_URL is not the address of a server.
Write the whole address, such as https://api.example.com, or none for a site without a server.`,
    );
    return true;
  });
});

const single = [
  { env: { PORT: '70000' }, problem: 'PORT is not the number of a port.' },
  { env: { PORT: '-1' }, problem: 'PORT is not the number of a port.' },
  { env: { PORT: '80.5' }, problem: 'PORT is not the number of a port.' },
  {
    env: { PORT: '0' },
    problem: 'With PORT=0 any free port is taken, so nobody knows the address of the site beforehand.',
    fix: 'Set SITE_URL to the address that customers use, or PORT to a number from 1 to 65535, such as 4321.',
  },
  ...['10.0.0.256', '10.0.0.0/33', 'nginx', 'loopback 10.0.0.5'].map((TRUSTED_PROXIES) => ({
    env: { TRUSTED_PROXIES },
    problem: 'TRUSTED_PROXIES names something that is neither an address nor a network.',
    fix: 'Write addresses or networks with commas between, such as 10.0.0.5, 10.1.0.0/16, or loopback.',
  })),
  { env: { SITE_URL: 'ftp://help.example.com' }, problem: 'SITE_URL is not the address of a site.' },
  { env: { SITE_URL: 'https://help.example.com/?a' }, problem: 'SITE_URL is not the address of a site.' },
  {
    env: { HANDRAIL_SECRET: 'secret' },
    problem: 'HANDRAIL_SECRET is too short to keep status pages private.',
    fix: 'Use at least 32 random characters (openssl rand -hex 32), or leave it out to have one made and kept.',
  },
  {
    env: { DATABASE_URL: 'postgres://desk@db/' },
    problem: 'DATABASE_URL does not name a PostgreSQL database.',
    fix: 'Write its whole address, such as postgres://handrail:password@db.example.com/handrail; in the password write %40 for @.',
  },
  {
    env: { DATABASE_URL: 'data/handrail.db' },
    problem: 'DATABASE_URL does not say what kind of database it is.',
    fix: 'Begin it with file: and the path of a file, such as file:data/handrail.db, or with postgres://.',
  },
  {
    env: { DATABASE_URL: 'file:data/' },
    problem: 'DATABASE_URL does not name a file.',
    fix: 'Write file: and the path of the file, such as file:data/handrail.db or file:/var/lib/handrail/handrail.db.',
  },
  { env: { DATABASE_URL: 'file:' }, problem: 'DATABASE_URL does not name a file.' },
  { env: { DATABASE_URL: 'file://host/handrail.db' }, problem: 'DATABASE_URL does not name a file.' },
];

for (const { env, problem, fix } of single) {
  const [[name, value] = []] = Object.entries(env);
  test(`${name}=${value} is refused with its own words`, () => {
    const wrong = () => readSettings(env);

    assert.throws(wrong, (error) => {
      assert.ok(error instanceof Mistakes);
      assert.equal(error.mistakes.length, 1);
      assert.equal(error.mistakes[0]?.problem, problem);
      assert.deepEqual(error.mistakes[0]?.where, { file: 'environment', field: name });
      if (fix !== undefined) assert.equal(error.mistakes[0]?.fix, fix);
      return true;
    });
  });
}

test('single sign-on is set up by its three variables, or not at all', () => {
  const whole = readSettings({
    OIDC_ISSUER: 'https://login.example.com/realms/staff/',
    OIDC_CLIENT_ID: 'handrail',
    OIDC_CLIENT_SECRET: 'secret',
  });

  assert.deepEqual(whole.singleSignOn, {
    issuer: 'https://login.example.com/realms/staff',
    clientId: 'handrail',
    clientSecret: 'secret',
  });
  assert.equal(readSettings({}).singleSignOn, undefined);
});

test('whatever single sign-on lacks is named, each for itself', () => {
  const wrong = () => readSettings({ OIDC_CLIENT_ID: 'handrail' });

  assert.throws(wrong, (error) => {
    assert.ok(error instanceof Mistakes);
    assert.deepEqual(
      error.mistakes.map(({ problem }) => problem),
      [
        'OIDC_CLIENT_ID is set, but OIDC_ISSUER, without which nobody can sign in there, is not.',
        'OIDC_CLIENT_ID is set, but OIDC_CLIENT_SECRET, without which nobody can sign in there, is not.',
      ],
    );
    return true;
  });
});

for (const issuer of ['login.example.com', 'http://login.example.com', 'https://login.example.com/?tenant=a']) {
  test(`${issuer} is no provider to which secrets could be sent`, () => {
    const wrong = () => readSettings({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' });

    assert.throws(wrong, /OIDC_ISSUER is not the address of a provider of OpenID Connect/);
  });
}

test('a secret is never repeated in an error', () => {
  const wrong = () => readSettings({ HANDRAIL_SECRET: 'hunter2', PORT: 'x' });

  assert.throws(wrong, (error) => error instanceof Mistakes && !error.message.includes('hunter2'));
});
