import type { Run } from '#core/simulator/run.ts';
import type { Task } from '#core/simulator/scenario-task.ts';
import { fill } from '#core/text/fill.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import { boardLines } from './doctor-lines.ts';
import { pitchLines } from './pitch-lines.ts';
import { amount } from './roi-lines.ts';
import { sentence, textsOf } from './wording.ts';

/** What the expert did at a task. */
export function expertTaskLines(props: DebriefViewProps, task: Task<string>, expert: Run): string[] {
  const { scenario, strings } = props;
  const own = { ...props, run: expert };
  switch (task.kind) {
    case 'pitch':
      return [...pitchLines(own, 'chain').slice(1), ...pitchLines(own, 'evidence').slice(1)];
    case 'advert':
      return pitchLines(own, 'lawful');
    case 'board':
      return boardLines(own);
    case 'walk':
    case 'dataroom': {
      const entry = expert.log.find(({ act }) => act.type === `${task.kind}.close`);
      const parts = textsOf(scenario, entry?.opened ?? []);
      return parts.length > 0
        ? [sentence(fill(strings.broughtUp, { parts: parts.join(strings.semicolon) }), strings)]
        : [];
    }
    case 'desk':
      return task.rows.flatMap((row) =>
        row.kind === 'range' || row.kind === 'sensitivity'
          ? []
          : [`${row.text}${strings.colon}${amount(row, row.value, strings)}`],
      );
  }
}
