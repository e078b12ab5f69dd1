import { lazy, Suspense } from 'react';
import type { Act } from '#core/simulator/act.ts';
import { MoveDock } from './MoveDock.tsx';
import type { OpenPrompt } from './move-choice.ts';
import { OptionDock } from './OptionDock.tsx';
import type { PlayProps } from './Play.tsx';

/** Only level 3 needs the code that reads sentences. */
export const fetchFreeDock = () => import('./FreeDock.tsx');
const FreeDock = lazy(async () => ({ default: (await fetchFreeDock()).FreeDock }));

interface Props extends PlayProps {
  prompt: OpenPrompt;
  onAct: (act: Act) => void;
}

/** How the learner answers at his level: a line, a sentence of parts, or his own words. */
export function Dock({ prompt, context, session, onAct, ...rest }: Props) {
  const { plan, run } = context;
  const { moves, disabled, draft, hintsAtOnce, rulesUrl, strings } = rest;
  if (plan.level === 1 && prompt.kind === 'turn')
    return <OptionDock {...{ prompt, moves, hintsAtOnce, disabled, onAct, strings }} />;
  const shared = {
    prompt,
    scenario: plan.scenario,
    moves,
    seed: plan.seed,
    disabled,
    draft,
    onDraft: (value: unknown) => session.keepDraft(value),
    onAct,
    strings,
  };
  return (
    <div className="wrap talk">
      {plan.level < 3 ? (
        <MoveDock {...shared} />
      ) : (
        <Suspense fallback={<p className="small">{strings.reading}</p>}>
          <FreeDock {...shared} {...{ plan, run, rulesUrl }} />
        </Suspense>
      )}
    </div>
  );
}
