import { useMemo } from 'react';
import type { Act } from '#core/simulator/act.ts';
import { promptOf } from '#core/simulator/engine.ts';
import { moodOf } from '#core/simulator/mood.ts';
import type { Run } from '#core/simulator/run.ts';
import type { MoveWordsFile } from '#core/simulator/scenario-file.ts';
import { type Passage, transcriptOf } from '#core/simulator/transcript.ts';
import { trustOf } from '#core/simulator/values.ts';
import { fill } from '#core/text/fill.ts';
import { castOf } from './cast.ts';
import { Dock } from './Dock.tsx';
import { speaker } from './persons.ts';
import { RunBar } from './RunBar.tsx';
import type { StepProps } from './run-step.ts';
import { TaskStep } from './TaskStep.tsx';
import { Transcript } from './Transcript.tsx';

export interface PlayProps extends StepProps {
  moves: MoveWordsFile;
  hintsAtOnce: boolean;
  notes: number;
  onNotes: () => void;
}

/** The conversation: who is here, what was said, and what can be said or done now. */
export function Play(props: PlayProps) {
  const { context, moves, disabled, onNotes, notes, session, strings } = props;
  const { plan, acts, run } = context;
  const { scenario } = plan;
  const prompt = useMemo(() => promptOf(scenario, plan, run), [scenario, plan, run]);
  const passages = useMemo(
    () => transcriptOf(scenario, plan, acts, moves, strings),
    [scenario, plan, acts, moves, strings],
  );
  const speaks = passages.findLast((passage) => passage.kind === 'line');

  const act = (made: Act) => session.send({ type: 'act.make', act: made });

  return (
    <>
      <RunBar
        scenario={scenario}
        run={run}
        level={plan.level}
        round={prompt.kind === 'over' ? acts.length : prompt.round}
        cast={castOf(scenario, prompt, run)}
        speaks={speaks?.kind === 'line' ? speaks.by : undefined}
        {...{ notes, onNotes, strings }}
      />
      <Announcer {...{ run, passages, level: plan.level, disabled, context, strings }} />
      <div className="wrap talk">
        {prompt.kind === 'task' ? (
          <TaskStep {...props} task={prompt.task} onAct={act}>
            <Transcript {...{ scenario, passages, moves, strings }} focuses={false} />
          </TaskStep>
        ) : (
          <Transcript
            {...{ scenario, passages, moves, strings }}
            focuses={!disabled}
            place={plan.level === 1 ? 'end' : 'start'}
          />
        )}
      </div>
      {prompt.kind !== 'task' && prompt.kind !== 'over' && (
        <Dock key={acts.length} {...props} prompt={prompt} onAct={act} />
      )}
    </>
  );
}

type AnnouncerProps = Pick<PlayProps, 'context' | 'disabled' | 'strings'> & {
  run: Run;
  passages: readonly Passage[];
  level: 1 | 2 | 3;
};

/** Says politely what the focus on the new line does not: mood and meters; in a following tab also the line. */
function Announcer({ run, passages, level, disabled, context, strings }: AnnouncerProps) {
  const { scenario } = context.plan;
  const last = passages.at(-1);
  const line = last?.kind === 'line' && disabled ? last.text : '';
  const by = last?.kind === 'line' || last?.kind === 'silence' ? last.by : undefined;
  const name = by ? speaker(scenario, by, strings).name : '';
  const values = { trust: trustOf(run.values), ...rounded(run) };
  const parts = [
    line,
    name && fill(strings.faceOf, { name, mood: strings.moods[moodOf(run)] }),
    level === 1 && fill(strings.meters, values),
  ];
  return (
    <p className="vh" role="status" data-announce>
      {run.log.length > 0 && parts.filter(Boolean).join(' ')}
    </p>
  );
}

const rounded = ({ values }: Run) => ({
  patience: Math.round(values.patience),
  interest: Math.round(values.interest),
});
