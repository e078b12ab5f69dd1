import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A temporary folder for one test. */
export function folder(files: Record<string, string> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'sanxiu-build-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const path = (name: string) => join(root, name);
  const write = (name: string, content: string | Buffer) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), content);
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  return {
    root,
    path,
    write,
    has: (name: string) => existsSync(path(name)),
    read: (name: string) => readFileSync(path(name)),
    remove: (name: string) => rmSync(path(name), { recursive: true, force: true }),
  };
}
