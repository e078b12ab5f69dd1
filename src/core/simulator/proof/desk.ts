import type { Text } from '../../model/text.ts';
import type { ActOf } from '../act.ts';
import type { Scenario } from '../scenario.ts';
import type { DeskRow, DeskTask } from '../scenario-task.ts';
import { judgeDesk } from '../task/judge-desk.ts';
import type { DeskResult } from '../task/task-result.ts';
import type { Flaw } from './flaw.ts';

/** Every mistake that the desk names is seen as one, and told from the others. Proven: all rows, all slips. */

type Desk = ActOf<'desk.close'>;

export function slipFlaws(scenario: Scenario<Text>): Flaw[] {
  return scenario.stages.flatMap((stage) =>
    stage.kind === 'desk' ? stage.rows.flatMap((row) => rowFlaws(scenario, stage, row)) : [],
  );
}

function rowFlaws(scenario: Scenario<Text>, task: DeskTask<Text>, row: DeskRow<Text>): Flaw[] {
  const right = rightDesk(task);
  return row.slips.flatMap((slip, index) => {
    const filled: Desk = { ...right, rows: { ...right.rows, [row.id]: slip.value } };
    const at = { scenario: scenario.id, place: `desk, row ${row.id}, slip ${slip.value}` };
    const flaws: Flaw[] = [];
    if (!isSeen(row, judgeDesk(task, filled))) {
      const remedy = `write a mistake that differs from ${row.value} by more than 1%`;
      flaws.push({ ...at, what: 'passes as right', remedy });
    }
    if (slip.sales && !judgeDesk(task, filled).salesAsProfit) {
      flaws.push({
        ...at,
        what: 'is not seen as turnover taken for profit',
        remedy: 'give the turnover as a number',
      });
    }
    if (row.slips.findIndex(({ value }) => value === slip.value) < index) {
      flaws.push({ ...at, what: 'is named twice', remedy: 'keep one reason for one figure' });
    }
    return flaws;
  });
}

function rightDesk({ rows, tags, problem }: DeskTask<Text>): Desk {
  return {
    type: 'desk.close',
    rows: Object.fromEntries(rows.map(({ id, value }) => [id, value])),
    tags,
    problem: problem.main,
    rejected: problem.reject,
  };
}

function isSeen({ kind }: DeskRow<Text>, { slips, cases, sensitivity }: DeskResult): boolean {
  if (kind === 'range') return cases < 3;
  return kind === 'sensitivity' ? !sensitivity : slips === 1;
}
