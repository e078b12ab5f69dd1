import type { Text } from '../../model/text.ts';
import type { Condition, Scenario } from '../scenario.ts';
import { checkKnown, checkUnique, type IssueSink, type Path, report } from './issue.ts';
import { marksOf, turnsOf } from './walk-scenario.ts';

/** What the course knows besides the scenario; a list that is absent is not checked. */
export interface Known {
  /** Seed ids of content/coverage.json. */
  seeds?: ReadonlySet<string>;
  /** Lesson ids of content/course.yaml. */
  lessons?: ReadonlySet<string>;
}

/** Flags that the engine sets by itself (level-2 judging). */
const ENGINE_FLAGS = ['own_interest', 'owner_said', 'stop_rule', 'criteria_said'];

/** Every id that a scenario names must exist, and every need and finding must be found somewhere. */
export function checkReferences(scenario: Scenario<Text>, known: Known, sink: IssueSink): void {
  const ids = idsOf(scenario);
  for (const list of ['persons', 'needs', 'findings', 'stages', 'prep', 'endings'] as const)
    checkUnique(sink, [list], scenario[list]);
  scenario.lessons.forEach((id, index) => {
    if (known.lessons) checkKnown(sink, ['lessons', index], id, 'the lessons of course.yaml', known.lessons);
  });
  checkNamed(scenario, ids, sink);
  checkTurns(scenario, ids, known, sink);
  checkConditions(scenario, ids, sink);
  checkFound(scenario, sink);
}

interface Ids {
  persons: ReadonlySet<string>;
  needs: ReadonlySet<string>;
  findings: ReadonlySet<string>;
  flags: ReadonlySet<string>;
}

function idsOf(scenario: Scenario<Text>): Ids {
  const set = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
  const flags = turnsOf(scenario).flatMap((placed) =>
    marksOf(placed).flatMap(({ marks }) => marks.flags ?? []),
  );
  return {
    persons: set(scenario.persons),
    needs: set(scenario.needs),
    findings: set(scenario.findings),
    flags: new Set([...flags, ...ENGINE_FLAGS]),
  };
}

/** `need.x…` and `finding.x…` anywhere in the file, and the persons that `by` and `person` name. */
function checkNamed(value: unknown, ids: Ids, sink: IssueSink, path: Path = []): void {
  if (typeof value === 'string') checkString(value, ids, sink, path);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    checkNamed(inner, ids, sink, [...path, Array.isArray(value) ? Number(key) : key]);
}

function checkString(value: string, ids: Ids, sink: IssueSink, path: Path): void {
  const [, kind, id] = /^(need|finding)\.([a-z][a-z0-9_]*)(?:[:@]\w+)?$/.exec(value) ?? [];
  if (kind === 'need') checkKnown(sink, path, id, 'needs', ids.needs);
  if (kind === 'finding') checkKnown(sink, path, id, 'findings', ids.findings);
  const field = path.at(-1);
  if (field === 'by' && value !== 'customer') checkKnown(sink, path, value, 'persons', ids.persons);
  if (field === 'person' || field === 'teller') checkKnown(sink, path, value, 'persons', ids.persons);
}

function checkTurns(scenario: Scenario<Text>, ids: Ids, known: Known, sink: IssueSink): void {
  const turns = turnsOf(scenario);
  turns.forEach((placed, index) => {
    const { turn, path } = placed;
    if (turns.findIndex((other) => other.turn.id === turn.id) < index)
      report(
        sink,
        [...path, 'id'],
        `"${turn.id}" is used twice in the scenario; give this turn another number`,
      );
    if (turn.when && !turn.alt)
      report(
        sink,
        [...path, 'when'],
        'has no alt; write the line that is said while the finding is not shown',
      );
    for (const { marks, path: place } of marksOf(placed)) {
      const seed = marks.principle.split(' ')[1] ?? '';
      if (known.seeds && !known.seeds.has(seed))
        report(sink, [...place, 'principle'], `"${seed}" is no seed; write an id of content/coverage.json`);
      for (const flag of marks.needs ?? [])
        if (!flag.startsWith('finding.')) checkKnown(sink, [...place, 'needs'], flag, 'flags', ids.flags);
    }
  });
}

function checkConditions(scenario: Scenario<Text>, ids: Ids, sink: IssueSink): void {
  const check = (when: Condition, path: Path) => {
    const all = (list: readonly string[] | undefined, name: string, set: ReadonlySet<string>) =>
      list?.forEach((id, index) => {
        checkKnown(sink, [...path, name, index], id.replace(/:.*/, ''), name, set);
      });
    all(when.flags, 'flags', ids.flags);
    all(when.noFlags, 'noFlags', ids.flags);
    all(when.needs, 'needs', ids.needs);
    all(when.findings, 'findings', ids.findings);
    all(when.noFindings, 'noFindings', ids.findings);
  };
  scenario.endings.forEach(({ when }, index) => {
    check(when, ['endings', index, 'when']);
  });
  scenario.evening.groups.forEach((group, index) => {
    group.forEach(({ when }, line) => {
      check(when, ['evening', 'groups', index, line, 'when']);
    });
  });
}

/** A need or finding that nothing opens would stay hidden in every run. */
function checkFound(scenario: Scenario<Text>, sink: IssueSink): void {
  const { stages, topicPhase } = scenario;
  const opened = new Set(
    [...JSON.stringify({ stages, topicPhase }).matchAll(/"opens":(\[[^\]]*\]|"[^"]*")/g)].flatMap(
      ([, list]) => [...(list ?? '').matchAll(/(need|finding)\.[a-z0-9_]+/g)].map(([id]) => id),
    ),
  );
  for (const [list, kind] of [
    ['needs', 'need'],
    ['findings', 'finding'],
  ] as const)
    scenario[list].forEach(({ id }, index) => {
      if (!opened.has(`${kind}.${id}`))
        report(sink, [list, index, 'id'], `nothing opens ${kind}.${id}; open it somewhere or delete it`);
    });
}
