import type { RunSession, RunState } from '#client/run-session.ts';
import { RUBRIC } from '#core/simulator/score/rubric.ts';
import { DebriefStep } from './DebriefStep.tsx';
import type { PracticeContent } from './fetch-content.ts';
import { Play } from './Play.tsx';
import { PrepStep } from './PrepStep.tsx';
import type { PastRun } from './past-runs.ts';
import type { PracticeProps } from './practice-props.ts';
import { RatingStep } from './RatingStep.tsx';
import { RunBar } from './RunBar.tsx';
import { StoryStep } from './StoryStep.tsx';

export interface RunStepsProps extends PracticeProps {
  session: RunSession;
  state: RunState;
  content: PracticeContent;
  past: readonly PastRun[];
  disabled: boolean;
  hintsAtOnce: boolean;
  /** Entries on the notes pad. */
  notes: number;
  onNotes: () => void;
}

/** What is due now: prepare, talk, read what came of it, rate oneself, look back. */
export function RunSteps(props: RunStepsProps) {
  const { state, content, disabled, hintsAtOnce, notes, onNotes, past: _past, ...page } = props;
  const { run } = state;
  if (!run) return null;
  const { context } = run;
  if (run.value === 'playing') {
    const step = { ...page, context, disabled, draft: page.session.draft };
    return <Play {...step} moves={content.moves} {...{ hintsAtOnce, notes, onNotes }} />;
  }
  const { plan } = context;
  return (
    <>
      <RunBar
        scenario={plan.scenario}
        run={context.run}
        level={plan.level}
        cast={[]}
        {...{ notes, onNotes }}
        strings={page.strings}
      />
      <QuietStep {...props} />
    </>
  );
}

/** A step without anybody in front of the learner. */
function QuietStep({ state, content, past, disabled, hintsAtOnce, notes, onNotes, ...page }: RunStepsProps) {
  const { session, simulator, rubric, strings } = page;
  const { run } = state;
  if (!run) return null;
  const { context } = run;
  const { scenario } = context.plan;
  const { draft } = session;
  const onDraft = (value: unknown) => session.keepDraft(value);
  switch (run.value) {
    case 'preparing':
      return (
        <PrepStep
          {...{ disabled, draft, onDraft, strings }}
          cards={scenario.prep}
          known={scenario.drawn ? scenario.briefing.known : []}
          onGo={(cards) => session.send({ type: 'prep.choose', cards })}
        />
      );
    case 'told':
      return (
        <StoryStep
          {...{ disabled, strings }}
          story={scenario.endings.find(({ id }) => id === context.outcome?.ending)?.text ?? ''}
          ended={context.run.ended}
          onRead={() => session.send({ type: 'outcome.read' })}
        />
      );
    case 'rating':
      return (
        <RatingStep
          {...{ disabled, draft, onDraft, strings }}
          criteria={RUBRIC[simulator].flatMap(({ id, weight }) => {
            const words = rubric[id];
            return words ? [{ id, weight, ...words }] : [];
          })}
          onRate={(ratings) => session.send({ type: 'rating.give', ratings })}
        />
      );
    case 'finished':
      return <DebriefStep {...page} {...{ context, content, past, disabled, draft }} />;
    default:
      return null;
  }
}
