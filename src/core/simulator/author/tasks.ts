import type { Text } from '../../model/text.ts';
import type { Scenario } from '../scenario.ts';
import type { AdvertTask, BoardTask, DeskTask, PitchTask, WalkTask } from '../scenario-task.ts';
import { checkKnown, checkUnique, type IssueSink, type Path } from './issue.ts';
import { marksOf, turnsOf } from './walk-scenario.ts';

const idSet = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));

/** Inside a task: unique ids, and best answers that exist. */
export function checkTasks(scenario: Scenario<Text>, sink: IssueSink): void {
  scenario.stages.forEach((stage, index) => {
    const path = ['stages', index];
    if (stage.kind === 'pitch') checkPitch(stage, idSet(scenario.needs), path, sink);
    if (stage.kind === 'advert') checkAdvert(stage, path, sink);
    if (stage.kind === 'walk') checkWalk(stage, scenario, path, sink);
    if (stage.kind === 'board') checkBoard(stage, path, sink);
    if (stage.kind === 'dataroom') checkUnique(sink, [...path, 'items'], stage.items);
    if (stage.kind === 'desk') checkDesk(stage, path, sink);
  });
}

function checkPitch(task: PitchTask<Text>, needs: ReadonlySet<string>, path: Path, sink: IssueSink): void {
  for (const list of ['features', 'advantages', 'benefits', 'evidence'] as const)
    checkUnique(sink, [...path, list], task[list]);
  task.benefits.forEach(({ need }, index) => {
    checkKnown(sink, [...path, 'benefits', index, 'need'], need, 'needs', needs);
  });
  const { best, second } = task;
  best.features.forEach((id, index) => {
    checkKnown(sink, [...path, 'best', 'features', index], id, 'features', idSet(task.features));
  });
  checkKnown(sink, [...path, 'best', 'advantage'], best.advantage, 'advantages', idSet(task.advantages));
  checkKnown(sink, [...path, 'best', 'benefit'], best.benefit, 'benefits', idSet(task.benefits));
  checkKnown(sink, [...path, 'best', 'evidence'], best.evidence, 'evidence', idSet(task.evidence));
  checkKnown(sink, [...path, 'best', 'order'], best.order, 'orders', new Set(task.orders));
  checkKnown(sink, [...path, 'second', 'feature'], second?.feature, 'features', idSet(task.features));
  checkKnown(sink, [...path, 'second', 'benefit'], second?.benefit, 'benefits', idSet(task.benefits));
  checkKnown(sink, [...path, 'second', 'evidence'], second?.evidence, 'evidence', idSet(task.evidence));
}

function checkAdvert(task: AdvertTask<Text>, path: Path, sink: IssueSink): void {
  checkUnique(sink, [...path, 'cards'], task.cards);
  task.best.forEach((id, index) => {
    checkKnown(sink, [...path, 'best', index], id, 'cards', idSet(task.cards));
  });
}

function checkWalk(task: WalkTask<Text>, scenario: Scenario<Text>, path: Path, sink: IssueSink): void {
  checkUnique(sink, [...path, 'spots'], task.spots);
  const flags = new Set(
    turnsOf(scenario).flatMap((turn) => marksOf(turn).flatMap(({ marks }) => marks.flags ?? [])),
  );
  task.spots.forEach(({ needs }, index) => {
    checkKnown(sink, [...path, 'spots', index, 'needs'], needs, 'flags', flags);
  });
}

function checkBoard(task: BoardTask<Text>, path: Path, sink: IssueSink): void {
  checkUnique(sink, [...path, 'causes'], task.causes);
  const causes = idSet(task.causes);
  for (const cause of Object.keys(task.evidence))
    checkKnown(sink, [...path, 'evidence', cause], cause, 'causes', causes);
  const rejectable = idSet(task.causes.filter(({ rejectedBy }) => rejectedBy));
  task.reject.forEach((id, index) => {
    checkKnown(sink, [...path, 'reject', index], id, 'causes with rejectedBy', rejectable);
  });
  task.decisions?.forEach(({ best, options }, index) => {
    checkKnown(sink, [...path, 'decisions', index, 'best'], best, 'options', idSet(options));
  });
}

function checkDesk(task: DeskTask<Text>, path: Path, sink: IssueSink): void {
  checkUnique(sink, [...path, 'rows'], task.rows);
  const rows = idSet(task.rows);
  task.rows.forEach(({ value, slips }, index) => {
    const place = [...path, 'rows', index];
    if (typeof value === 'string') checkKnown(sink, [...place, 'value'], value, 'rows', rows);
    slips.forEach((slip, at) => {
      if (typeof slip.value === 'string')
        checkKnown(sink, [...place, 'slips', at, 'value'], slip.value, 'rows', rows);
    });
  });
  for (const row of Object.keys(task.tags)) checkKnown(sink, [...path, 'tags', row], row, 'rows', rows);
  const labelled = new Set([...rows, ...Object.keys(task.labels)]);
  const { problem, decision } = task;
  const named = { ...problem, ...decision };
  for (const [field, ids] of Object.entries(named))
    for (const id of Array.isArray(ids) ? ids : [ids])
      checkKnown(
        sink,
        [...path, field in problem ? 'problem' : 'decision', field],
        id,
        'rows and labels',
        labelled,
      );
}
