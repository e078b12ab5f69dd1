import type { Act } from '../act.ts';
import { findingId } from '../reveal.ts';
import type { Run } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { BoardTask, DataroomTask, DeskTask, PitchTask, Task, WalkTask } from '../scenario-task.ts';

/** A task done as well as what is known by then allows. */
export function expertTask<T>(scenario: Scenario<T>, run: Run, task: Task<T>): Act {
  switch (task.kind) {
    case 'pitch':
      return pitch(task);
    case 'advert':
      return { type: 'advert.arrange', cards: task.best };
    case 'walk':
      return walk(scenario, run, task);
    case 'board':
      return board(run, task);
    case 'dataroom':
      return dataroom(task);
    case 'desk':
      return desk(task);
  }
}

const isShown = (run: Run, finding: string) => Object.hasOwn(run.findings, findingId(finding));

function pitch<T>({ best, second }: PitchTask<T>): Act {
  const { features, advantage, benefit, evidence, limit, order } = best;
  return {
    type: 'pitch.deliver',
    features: second ? [...new Set([...features, second.feature])] : features,
    advantage,
    benefits: second ? [benefit, second.benefit] : [benefit],
    evidence,
    limitNamed: limit,
    order,
  };
}

/** First what the root cause rests on and is not known yet, then all else that opens something; noted as seen. */
function walk<T>({ stages }: Scenario<T>, run: Run, task: WalkTask<T>): Act {
  const desk = stages.find((stage): stage is BoardTask<T> => stage.kind === 'board');
  const proof = desk ? proofOf(desk) : [];
  const worth = (opens: string) => Number(!isShown(run, opens)) + Number(proof.includes(findingId(opens)));
  const open = task.spots.flatMap(({ id, opens, needs }) =>
    opens && (needs === undefined || run.flags.includes(needs)) ? [{ spot: id, opens }] : [],
  );
  const notes = open
    .sort((a, b) => worth(b.opens) - worth(a.opens))
    .slice(0, task.budget)
    .map(({ spot }) => ({ spot, note: 'neutral' as const }));
  return { type: 'walk.close', notes };
}

function rootOf<T>({ causes }: BoardTask<T>) {
  return causes.find(({ role }) => role === 'root')?.id ?? '';
}

function proofOf<T>(task: BoardTask<T>): string[] {
  return (task.evidence[rootOf(task)] ?? []).map(findingId);
}

/** The call is made when it may bring something new. */
function board<T>(run: Run, task: BoardTask<T>): Act {
  const phoned = !isShown(run, task.phone.opens);
  const known = (finding: string) =>
    isShown(run, finding) || (phoned && findingId(finding) === findingId(task.phone.opens));
  const rejected = task.causes.filter(
    ({ id, rejectedBy }) => task.reject.includes(id) && (rejectedBy ?? []).every(known),
  );
  const decisions = (task.decisions ?? []).map(({ person, best }) => [person, best] as const);
  return {
    type: 'board.close',
    cause: rootOf(task),
    evidence: proofOf(task).filter(known),
    rejected: rejected.map(({ id }) => id),
    phoned,
    ...(decisions.length > 0 && { decisions: Object.fromEntries(decisions) }),
  };
}

/** @param task as dealt: what is known already is not in it. */
function dataroom<T>({ items, budget }: DataroomTask<T>): Act {
  const wanted = items.filter(({ opens, bait, code }) => opens !== undefined && !bait && !code);
  return { type: 'dataroom.close', items: wanted.slice(0, budget).map(({ id }) => ({ id, purpose: true })) };
}

function desk<T>({ rows, tags, problem, decision }: DeskTask<T>): Act {
  return {
    type: 'desk.close',
    rows: Object.fromEntries(rows.map(({ id, value }) => [id, value])),
    tags,
    problem: problem.main,
    rejected: problem.reject,
    ...(decision.best[0] !== undefined && { decision: decision.best[0] }),
  };
}
