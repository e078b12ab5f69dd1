/** Composition root and entry point: binds ports to adapters, once, and serves. Built to `dist/main.mjs`. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drainOnSignal, readyLines, startSite } from '#server/http/run.ts';
import { ListenError } from '#server/http/serve.ts';
import { readSettings, type Settings, settingLines } from '#server/http/settings.ts';
import type { Clock } from '#server/port/clock.ts';
import { createCheckHealth } from '#server/usecase/check-health.ts';

/** What on-demand routes find in `locals`. */
type UseCases = Pick<App.Locals, 'checkHealth'>;

const dist = new URL('./', import.meta.url);
const clock: Clock = { now: Date.now };

function composeUseCases(): UseCases {
  const { release } = JSON.parse(readFileSync(new URL('build.json', dist), 'utf8'));
  return { checkHealth: createCheckHealth({ clock, release }) };
}

async function start(settings: Settings): Promise<void> {
  const useCases = composeUseCases();
  const { handler } = await import(/* @vite-ignore */ new URL('./server/entry.mjs', dist).href);
  const serving = await startSite({
    dist: fileURLToPath(dist),
    settings,
    render: handler,
    locals: () => ({ ...useCases }),
    clock,
    log: console.error,
  });
  drainOnSignal(serving);
  for (const line of readyLines(serving, settings)) console.log(line);
}

/** Say it and leave: a stack helps nobody whose port is taken. */
function leave(lines: readonly string[]): never {
  for (const line of lines) console.error(line);
  process.exit(1);
}

process.env.NODE_ENV ??= 'production'; // before the site is imported: React reads it once
const read = readSettings(process.env, process.argv.slice(2));
if (read.status === 'refused') leave(settingLines(read.errors));
await start(read.settings).catch((error) => {
  if (error instanceof ListenError) leave([error.message]);
  throw error;
});
