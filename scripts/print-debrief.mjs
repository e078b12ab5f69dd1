// Prints one played run of a role-play with its debrief, as a learner reads it:
// `node scripts/print-debrief.mjs d-a 1 default average` (scenario, level 1–3, seed, player, and `en` for English).
// Players: expert, average, disastrous, or any of the proof (mediocre, random, polite, pushy, longest …).
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, run } from './run.mjs';

// The machine's own Node may be too old to read TypeScript; the project brings one that does.
if (process.features.typescript) await import('./print-debrief/main.mjs');
else {
  const own = join(root, 'node_modules', '.bin', 'node');
  process.exit(await run(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)]));
}
