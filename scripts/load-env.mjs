import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { root } from './run.mjs';

/** Take settings from `.env` beside package.json, where there is one. What the environment says already stands. */
export function loadEnv() {
  const file = `${root}.env`;
  if (existsSync(file)) loadEnvFile(file);
}
