import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lanLines, roomAddresses } from '#server/http/lan.ts';
import { readSettings, settingLines } from '#server/http/settings.ts';
import { createCheckHealth } from '#server/usecase/check-health.ts';

test('who runs the site is checked with the other settings, all at once', () => {
  const read = readSettings({ PORT: 'x', ICP: '1', LOGO: 'logo' }, []);
  if (read.status !== 'refused') throw new Error('these settings must be refused');
  expect(read.errors.map(({ name }) => name)).toEqual(['LOGO', 'ICP', 'PORT']);
});

test('with nothing set the course runs on this machine only', () => {
  expect(readSettings({}, [])).toEqual({
    status: 'read',
    settings: {
      port: 4321,
      host: 'localhost',
      lan: false,
      testHosts: [],
      dataDir: resolve('data'),
      migrateOnly: false,
    },
  });
});

test('everything set is taken over; an empty value is not set', () => {
  const env = {
    PORT: '8080',
    HOST: '10.1.2.3',
    ORIGIN: 'https://sanxiu.example/',
    TEST_HOSTS: 'A.test, b.test:81,',
    DATA_DIR: '/srv/x',
    DATABASE_URL: 'postgres://sanxiu:secret@db.example/sanxiu',
    BLOB_QUOTA_MB: '200',
  };
  expect(readSettings(env, [])).toEqual({
    status: 'read',
    settings: {
      port: 8080,
      host: '10.1.2.3',
      lan: false,
      origin: 'https://sanxiu.example',
      testHosts: ['a.test', 'b.test:81'],
      dataDir: '/srv/x',
      databaseUrl: 'postgres://sanxiu:secret@db.example/sanxiu',
      blobQuotaMb: 200,
      migrateOnly: false,
    },
  });
  expect(
    readSettings({ PORT: '', HOST: '', ORIGIN: '', TEST_HOSTS: '', DATA_DIR: '', DATABASE_URL: '' }, []),
  ).toEqual(readSettings({}, []));
});

const LRS = {
  ORIGIN: 'https://sanxiu.example',
  LRS_ENDPOINT: 'https://lrs.example/xapi',
  LRS_AUTH: 'key:s3cr3t',
};

test.each([
  ['https://lrs.example/xapi', 'https://lrs.example/xapi/'],
  ['https://lrs.example/data/xAPI/', 'https://lrs.example/data/xAPI/'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/'],
  ['http://localhost/xapi', 'http://localhost/xapi/'],
])('LRS_ENDPOINT %s is taken', (LRS_ENDPOINT, endpoint) => {
  expect(readSettings({ ...LRS, LRS_ENDPOINT }, [])).toMatchObject({
    settings: { lrs: { endpoint, auth: 'key:s3cr3t' } },
  });
});

test.each([
  [{ LRS_AUTH: '' }, 'LRS_AUTH', 'is missing'],
  [{ LRS_ENDPOINT: '' }, 'LRS_ENDPOINT', 'is missing'],
  [{ ORIGIN: '' }, 'ORIGIN', 'is missing'],
  [{ LRS_AUTH: 'keys3cr3t' }, 'LRS_AUTH', 'is no key and secret'],
  [{ LRS_AUTH: 'key:s3cr 3t' }, 'LRS_AUTH', 'is no key and secret'],
  [{ LRS_ENDPOINT: 'http://lrs.example/xapi' }, 'LRS_ENDPOINT', 'is no address'],
  [{ LRS_ENDPOINT: 'https://key:s3cr3t@lrs.example/' }, 'LRS_ENDPOINT', 'is no address'],
  [{ LRS_ENDPOINT: 'https://lrs.example/?key=s3cr3t' }, 'LRS_ENDPOINT', 'is no address'],
  [{ LRS_ENDPOINT: 'https://lrs.example/xapi/statements' }, 'LRS_ENDPOINT', 'names the statements'],
  [{ LRS_ENDPOINT: 's3cr3t' }, 'LRS_ENDPOINT', 'is no address'],
])('an LRS set as %o is refused at the start, and no secret is shown', (wrong, name, problem) => {
  const read = readSettings({ ...LRS, ...wrong }, []);
  if (read.status !== 'refused') throw new Error('this setting must be refused');
  expect(read.errors.map((error) => error.name)).toEqual([name]);
  const text = settingLines(read.errors).join();
  expect(text).toContain(problem);
  expect(text).not.toMatch(/s3cr/);
});

test.each([
  ['mysql://root:secret@db/x', 'is no address of a PostgreSQL database'],
  ['secret', 'is no address of a PostgreSQL database'],
  ['postgres://sanxiu:secret@db', 'names no database'],
])('DATABASE_URL %s is refused and its password is not shown', (value, problem) => {
  const read = readSettings({ DATABASE_URL: value }, []);
  if (read.status !== 'refused') throw new Error('this setting must be refused');
  const text = settingLines(read.errors).join();
  expect(text).toContain(problem);
  expect(text).toContain('postgres://name:password@host:5432/database');
  expect(text).not.toContain('secret');
});

test('an operator sees all mistakes at once, each with name, value and remedy', () => {
  const read = readSettings({ PORT: '80a', HOST: '0.0.0.0', ORIGIN: 'sanxiu.example', TEST_HOSTS: 'a b' }, [
    '--lan',
    '--port',
  ]);
  if (read.status !== 'refused') throw new Error('these settings must be refused');
  expect(read.errors.map(({ name, value }) => [name, value])).toEqual([
    ['argument', '--port'],
    ['HOST', '0.0.0.0'],
    ['PORT', '80a'],
    ['ORIGIN', 'sanxiu.example'],
    ['TEST_HOSTS', 'a b'],
  ]);
  for (const { remedy } of read.errors) expect(remedy).not.toBe('');
  expect(settingLines(read.errors)[2]).toBe(
    'PORT "80a" is no port number: use a whole number from 1 to 65535, e.g. PORT=8080 npm start.',
  );
});

test.each(['65536', '-1', '1e3', ' 80', '80.0'])('PORT=%s is refused', (PORT) => {
  expect(readSettings({ PORT }, []).status).toBe('refused');
});

test.each([
  'https://a.example/course',
  'ftp://a.example',
  'https://u:p@a.example',
  'https://a.example/?x',
  '/',
])('ORIGIN=%s is refused: links and certificates would point beside the site', (ORIGIN) =>
  expect(readSettings({ ORIGIN }, []).status).toBe('refused'),
);

test.each(['training@example.com', 'https://example.com/report?course=1'])(
  'REPORT_TO=%s is taken',
  (REPORT_TO) => {
    expect(readSettings({ REPORT_TO }, [])).toMatchObject({ settings: { reportTo: REPORT_TO } });
  },
);

test.each(['training', 'a@b', 'javascript:alert(1)', 'a@b.example?cc=c@d.example'])(
  'REPORT_TO=%s is refused: learners would write to nobody, or to somebody else',
  (REPORT_TO) => expect(readSettings({ REPORT_TO }, []).status).toBe('refused'),
);

test('the room sees the real network first, container bridges last, and a QR code of the first', () => {
  const addresses = roomAddresses([
    { name: 'docker0', address: '172.17.0.1' },
    { name: 'wlan0', address: 'fd00::7' },
    { name: 'wlan0', address: '192.168.1.7' },
  ]);
  expect(addresses.map(({ address }) => address)).toEqual(['192.168.1.7', 'fd00::7', '172.17.0.1']);
  const text = lanLines(addresses, 4321).join('\n');
  expect(text).toContain('http://192.168.1.7:4321/  (wlan0)');
  expect(text).toContain('http://[fd00::7]:4321/');
  expect(text).toContain('二维码：http://192.168.1.7:4321/');
  expect(text).toMatch(/[█▀▄]{5}/);
  expect(text).toContain('no secure context');
});

test('a laptop without a network is told so', () => {
  expect(lanLines([], 4321).join()).toContain('connect to a network first');
});

test('the health check tells release and age, also after the system clock was set back', () => {
  let now = Date.UTC(2026, 10, 23, 8);
  const check = createCheckHealth({ clock: { now: () => now }, release: 'abc1234' });
  now += 1500;
  expect(check()).toEqual({
    status: 'ok',
    release: 'abc1234',
    startedAt: '2026-11-23T08:00:00.000Z',
    uptimeMs: 1500,
  });
  now -= 10_000;
  expect(check().uptimeMs).toBe(0);
});

test.each(['-1', '1.5', '50MB', '100001', 'x'])(
  'BLOB_QUOTA_MB %s is refused, with what to write',
  (value) => {
    const read = readSettings({ BLOB_QUOTA_MB: value }, []);
    if (read.status !== 'refused') throw new Error('this setting must be refused');
    expect(settingLines(read.errors)).toEqual([
      `BLOB_QUOTA_MB "${value}" is no number of megabytes: write a whole number from 0 (no pictures are taken) to 100000, e.g. BLOB_QUOTA_MB=50.`,
    ]);
  },
);

test('BLOB_QUOTA_MB of 0 is a quota: no pictures', () => {
  expect(readSettings({ BLOB_QUOTA_MB: '0' }, [])).toMatchObject({ settings: { blobQuotaMb: 0 } });
});

describe('signing in through the company', () => {
  const all = {
    ORIGIN: 'https://sanxiu.example',
    OIDC_ISSUER: 'https://login.example.com/realms/staff',
    OIDC_CLIENT_ID: 'sanxiu',
    OIDC_CLIENT_SECRET: 'top-secret',
    OIDC_NAME: '云帆集团',
  };
  const errorsOf = (env: Record<string, string>) => {
    const read = readSettings(env, []);
    if (read.status !== 'refused') throw new Error('these settings must be refused');
    return read.errors;
  };

  test('is set by four settings and the public address', () => {
    const read = readSettings(all, []);
    expect(read.status === 'read' && read.settings.company).toEqual({
      issuer: 'https://login.example.com/realms/staff',
      clientId: 'sanxiu',
      clientSecret: 'top-secret',
      name: '云帆集团',
    });
    expect(readSettings({ ...all, OIDC_ISSUER: 'http://localhost:8080' }, []).status).toBe('read');
  });

  test('what is missing is told at once, with the others', () => {
    expect(
      errorsOf({ OIDC_NAME: '云帆集团', PORT: 'x' })
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ISSUER', 'ORIGIN', 'PORT']);
  });

  test.each([
    ['OIDC_ISSUER', 'http://login.example.com', 'is no address of a sign-in server'],
    ['OIDC_ISSUER', 'login.example.com', 'is no address of a sign-in server'],
    ['OIDC_ISSUER', 'https://login.example.com/?a=1', 'is no address of a sign-in server'],
    ['OIDC_NAME', 'x'.repeat(41), 'is too long for a button'],
  ])('%s=%s is refused with what to write, and the secret is not shown', (name, value, problem) => {
    const errors = errorsOf({ ...all, [name]: value });
    expect(errors.map((one) => [one.name, one.problem])).toEqual([[name, problem]]);
    expect(settingLines(errors).join()).not.toContain('top-secret');
  });
});
