import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createIdentity } from '#server/auth/identity.ts';
import { openSecrets } from '#server/auth/secrets.ts';
import { StartError } from '#server/port/store-error.ts';

const NOW = Date.UTC(2026, 10, 26);
const DAY = 86_400_000;
const [keyA, keyB] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const session = { learnerId: '0193a4d2-1111-4000-8000-000000000001', generation: 3 };
const identity = createIdentity({ keys: [keyA], secure: false });
const cookieOf = (set: string) => set.split(';')[0] ?? '';
const issued = cookieOf(identity.issue(session, NOW));
const who = (cookie: string | undefined, at = NOW, by = identity) => by.currentLearner({ cookie }, at);

describe('a session', () => {
  test('comes back as it was signed, also among other cookies', () => {
    expect(who(issued)).toEqual({ ...session, issuedAt: NOW });
    expect(who(`theme=dark; ${issued}; a=b`)).toMatchObject(session);
    expect(who(undefined)).toBeUndefined();
    expect(who('theme=dark')).toBeUndefined();
  });

  test('with any one sign changed is nobody’s', () => {
    const [name = '', value = ''] = issued.split('=');
    for (let at = 0; at < value.length; at += 1) {
      const other = value[at] === 'A' ? 'B' : 'A';
      const forged = `${name}=${value.slice(0, at)}${other}${value.slice(at + 1)}`;
      // The last sign of a base64 digest has bits that count for nothing: the bytes are the same then.
      const same = Buffer.from(forged.split('.').at(-1) ?? '', 'base64url').equals(
        Buffer.from(issued.split('.').at(-1) ?? '', 'base64url'),
      );
      if (!same || at < value.lastIndexOf('.')) expect(who(forged), `sign ${at}`).toBeUndefined();
    }
    for (const cut of [value.slice(0, -1), value.slice(0, value.lastIndexOf('.')), '', 's1', '....'])
      expect(who(`${name}=${cut}`)).toBeUndefined();
  });

  test('of another server’s key is nobody’s; after a change of keys the old ones still count', () => {
    expect(who(issued, NOW, createIdentity({ keys: [keyB], secure: false }))).toBeUndefined();
    const changed = createIdentity({ keys: [keyB, keyA], secure: false });
    expect(who(issued, NOW, changed)).toMatchObject(session);
    expect(who(cookieOf(changed.issue(session, NOW)))).toBeUndefined();
  });

  test('ends after 400 days, also when it was checked before', () => {
    expect(who(issued, NOW + 400 * DAY - 1)).toMatchObject(session);
    expect(who(issued, NOW + 400 * DAY)).toBeUndefined();
  });

  test('is out of reach of scripts and of other sites, and behind https never travels without', () => {
    expect(identity.issue(session, NOW)).toMatch(
      /^sanxiu=.*; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax$/,
    );
    const secure = createIdentity({ keys: [keyA], secure: true });
    expect(secure.issue(session, NOW)).toMatch(/^__Host-sanxiu=.*; HttpOnly; SameSite=Lax; Secure$/);
    // What plain http on the same host has set must not count as the secure one.
    expect(who(issued, NOW, secure)).toBeUndefined();
  });
});

describe('secrets', () => {
  const folders: string[] = [];
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'sanxiu-secrets-'));
    folders.push(made);
    return made;
  };
  afterEach(() => {
    for (const one of folders.splice(0)) rmSync(one, { recursive: true });
  });

  test('are made once, for this account only, and are the same at the next start', () => {
    const data = folder();
    const [first] = openSecrets(data).sessionKeys;
    expect(first).toHaveLength(32);
    expect(openSecrets(data).sessionKeys).toEqual([first]);
    expect(statSync(join(data, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(openSecrets(folder()).sessionKeys).not.toEqual([first]);
  });

  test.each(['', '{}', '{"sessionKeys":[]}', '{"sessionKeys":["c2hvcnQ"]}', '{"sessionKeys":["'])(
    'that are damaged (%s) stop the start and are not replaced: everybody would be signed out',
    (text) => {
      const data = folder();
      const file = join(data, 'secrets.json');
      writeFileSync(file, text);
      expect(() => openSecrets(data)).toThrow(StartError);
      expect(() => openSecrets(data)).toThrow(/从备份里恢复[\s\S]*Restore the file from a backup/);
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );
});
