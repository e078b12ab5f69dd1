import type { Text } from '../../model/text.ts';
import { endingOf, holds } from '../condition.ts';
import { courseOf, walkOf } from '../course.ts';
import { isOver } from '../flow.ts';
import { parseReveal } from '../reveal.ts';
import type { LogEntry, Run, RunPlan } from '../run.ts';
import type { Level, Scenario, Turn } from '../scenario.ts';
import type { Reveal } from '../scenario-move.ts';
import { scoreRun } from '../score/score-run.ts';
import { turnsOf } from './versions.ts';

/** What was met on the ways played: each is its own proof that it can be met. */

export interface Coverage {
  level: Level;
  runs: number;
  /** Nodes: see `placesOf`. */
  places: Set<string>;
  /** Finding → fewest moves after which it was known. */
  findings: Map<string, number>;
  endings: Set<string>;
  /** Lines told in the evening, as `group.line` from 0. */
  evening: Set<string>;
  /** Levels of a criterion over ways played to the end; `least` is the lowest there. */
  criteria: Map<string, { least: number; most: number }>;
  /** Acts of the longest way, and whether one had no end. */
  longest: number;
  isEndless: boolean;
}

export function noCoverage(level: Level): Coverage {
  return {
    level,
    runs: 0,
    places: new Set(),
    findings: new Map(),
    endings: new Set(),
    evening: new Set(),
    criteria: new Map(),
    longest: 0,
    isEndless: false,
  };
}

/** Note all that a run has met. */
export function watch(coverage: Coverage, scenario: Scenario<Text>, plan: RunPlan, run: Run): void {
  coverage.runs += 1;
  coverage.longest = Math.max(coverage.longest, run.log.length);
  if (!isOver(scenario, plan, run)) {
    coverage.isEndless = true;
    return;
  }
  walkLog(coverage, scenario, run);
  coverage.endings.add(endingOf(scenario, run).id);
  scenario.evening.groups.forEach((group, index) => {
    const told = group.findIndex(({ when }) => holds(when, scenario, run));
    if (told !== -1) coverage.evening.add(`${index}.${told}`);
  });
  if (run.ended !== undefined) return;
  for (const [id, level] of Object.entries(scoreRun(scenario, run).levels)) {
    const { least, most } = coverage.criteria.get(id) ?? { least: level, most: level };
    coverage.criteria.set(id, { least: Math.min(least, level), most: Math.max(most, level) });
  }
}

function walkLog(coverage: Coverage, scenario: Scenario<Text>, run: Run): void {
  const shown = new Set<string>();
  const turns = new Map(turnsOf(scenario).map((turn) => [turn.id, turn]));
  let moves = 0;
  const note = (reveals: readonly Reveal[], after: number) => {
    for (const reveal of reveals) {
      const revealed = parseReveal(reveal);
      if (revealed.kind === 'need') continue;
      shown.add(revealed.id);
      const before = coverage.findings.get(revealed.id) ?? Number.POSITIVE_INFINITY;
      coverage.findings.set(revealed.id, Math.min(before, after));
    }
  };
  for (const entry of run.log) {
    note(entry.lineOpened ?? [], moves);
    const turn = entry.turnId === undefined ? undefined : turns.get(entry.turnId);
    for (const place of placesIn(entry, turn, shown)) coverage.places.add(place);
    if (entry.move) moves += 1;
    note(entry.opened, moves);
  }
  if (run.contradiction) coverage.places.add('contradiction');
  const second = scenario.level3?.second?.turn;
  if (second !== undefined && run.log.some(({ turnId }) => turnId === String(second)))
    coverage.places.add('second person');
}

function placesIn(entry: LogEntry, turn: Turn<Text> | undefined, shown: ReadonlySet<string>): string[] {
  const { stageId, turnId, forked, move, said = [], bait } = entry;
  if (turn) return [`turn ${turn.id} ${versionOf(turn, forked, shown)}`];
  if (turnId === 'interrupt') return ['interruption'];
  if (turnId === undefined) return [`task ${stageId}`];
  return [
    ...said.map((index) => `reveal ${index}`),
    ...(bait ? [`bait ${bait.index}`] : []),
    ...(move ? [`topic ${move.topic}`] : []),
  ];
}

function versionOf(turn: Turn<Text>, forked: boolean | undefined, shown: ReadonlySet<string>): string {
  if (forked) return 'fork';
  if (turn.when === undefined || turn.alt === undefined) return 'line';
  return shown.has(turn.when.replace(/^finding\./, '')) ? 'line' : 'alt';
}

/** Every node of the course at a level: lines in all versions, tasks, reveal lines, baits, interruption, contradiction. */
export function placesOf(scenario: Scenario<Text>, level: Level): string[] {
  const places = courseOf(scenario, level).flatMap((station): string[] => {
    if (station.kind === 'task') return [`task ${station.id}`];
    if (station.kind === 'sheet') return station.sheet.turns.flatMap((turn) => linesOf(turn, level));
    const { topics, reveals, baits, walk } = station.phase;
    return [
      ...topics.map(({ id }) => `topic ${id}`),
      ...reveals.map((_, index) => `reveal ${index}`),
      ...baits.map((_, index) => `bait ${index}`),
      ...(walk ? [`task ${walkOf(scenario)?.id}`] : []),
    ];
  });
  const { blocks, level3 } = scenario;
  const isInterrupted = level > 1 && blocks.interrupt !== undefined;
  if (isInterrupted || (level === 3 && level3?.hardLines)) places.push('interruption');
  if (level === 3 && level3?.contradiction) places.push('contradiction');
  if (level === 3 && level3?.second) places.push('second person');
  return places;
}

function linesOf({ id, when, alt, fork }: Turn<Text>, level: Level): string[] {
  const lines = [`turn ${id} line`];
  if (when !== undefined && alt !== undefined) lines.push(`turn ${id} alt`);
  if (fork && level === 1) lines.push(`turn ${id} fork`);
  return lines;
}
