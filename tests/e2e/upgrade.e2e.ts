import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '@playwright/test';

/** tests/server/before-upgrade has what can go wrong with the copy; here, that the built server is given one at all. */
test('the server as it is built copies data of a former release before it changes them', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sanxiu-upgrade-'));
  try {
    const handle = new DatabaseSync(join(dataDir, 'sanxiu.db'));
    handle.exec(readFileSync('tests/fixtures/releases/0003-mistake-reports.sql', 'utf8'));
    handle.close();
    const said = execFileSync(process.execPath, ['dist/main.mjs', '--migrate'], {
      env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', BACKUP_BEFORE_UPGRADE: '' },
      encoding: 'utf8',
    });
    const copies = readdirSync(join(dataDir, 'backups'));
    expect(copies).toEqual([expect.stringMatching(/^before-0004-accounts-\d{8}T\d{6}Z\.db$/)]);
    expect(said).toContain(copies[0]);
    expect(said).toMatch(/^sqlite: done 0004-accounts/m);
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});
