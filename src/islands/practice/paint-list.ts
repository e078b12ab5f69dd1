import { ownRecord } from '#client/record/own.ts';
import type { DeviceRecord } from '#client/record/record.ts';
import { isOpenSnapshot, parseStoredSnapshot } from '#client/record/stored-snapshot.ts';
import { type ScenarioProgress, scenarioProgress } from '#core/progress/scenario-progress.ts';
import { fill } from '#core/text/fill.ts';
import { points } from '#core/text/points.ts';

/** What the page wrote about itself for this script (PracticeView.astro). */
interface ListData {
  strings: {
    first: string;
    best: string;
    passed: string;
    openRun: string;
    levelNames: Record<1 | 2 | 3, string>;
    memory: string;
  };
}

const RUN_KEY = 'run:';

/** Adds to each scenario what the record knows: first and best score, the pass, a run that is open. */
export async function paintList(): Promise<void> {
  const text = document.getElementById('practice-data')?.textContent;
  if (!text) return;
  const data = JSON.parse(text) as ListData;
  const record = await ownRecord();
  const paint = async () => paintRows(data, scenarioProgress(record.facts()), await openRuns(record));
  await paint();
  record.subscribe(() => void paint());
  if (record.health().state === 'memory') sayMemory(data);
  // The browser may bring this page back as it was left, deaf to what happened since.
  addEventListener('pageshow', (event) => event.persisted && location.reload());
}

/** Ids of the scenarios with a run to go on with. */
async function openRuns(record: DeviceRecord): Promise<Set<string>> {
  const rows = await record.snapshots();
  return new Set(
    rows.flatMap(([key, value]) => {
      const row = key.startsWith(RUN_KEY) ? parseStoredSnapshot(value) : undefined;
      return row && isOpenSnapshot(row) ? [key.slice(RUN_KEY.length)] : [];
    }),
  );
}

function paintRows(
  { strings }: ListData,
  progress: ReadonlyMap<string, ScenarioProgress>,
  open: ReadonlySet<string>,
): void {
  for (const row of document.querySelectorAll<HTMLElement>('[data-scenario]')) {
    const id = row.dataset.scenario ?? '';
    const scores = row.querySelector<HTMLElement>('[data-scores]');
    if (!scores) continue;
    const parts = [
      ...scoresOf(strings, progress.get(id)),
      ...(open.has(id) ? [{ text: strings.openRun, isOpen: true }] : []),
    ];
    scores.hidden = parts.length === 0;
    scores.replaceChildren(
      ...parts.map(({ text, isPass, isOpen }) => {
        const part = document.createElement('span');
        if (isPass) part.className = 'state right';
        if (isOpen) part.className = 'tag-box';
        part.textContent = isPass ? `✓ ${text}` : text;
        return part;
      }),
    );
  }
}

interface Part {
  text: string;
  isPass?: boolean;
  isOpen?: boolean;
}

function scoresOf(strings: ListData['strings'], progress: ScenarioProgress | undefined): Part[] {
  if (!progress) return [];
  const { first, best, passedAt } = progress;
  const score = (words: string, run: { score: number; level: 1 | 2 | 3 } | undefined): Part[] =>
    run ? [{ text: `${fill(words, { n: points(run.score) })} (${strings.levelNames[run.level]})` }] : [];
  return [
    ...score(strings.first, first),
    ...score(strings.best, best),
    ...(passedAt === undefined ? [] : [{ text: strings.passed, isPass: true }]),
  ];
}

function sayMemory({ strings }: ListData): void {
  const note = document.querySelector<HTMLElement>('[data-memory]');
  const text = note?.querySelector('span');
  if (!note || !text) return;
  text.textContent = strings.memory;
  note.hidden = false;
}
