import { useId, useState } from 'react';
import { type Branch, branchesOf } from '#core/simulator/debrief/branches.ts';
import { fill } from '#core/text/fill.ts';
import { points } from '#core/text/points.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import type { PastRun } from '../past-runs.ts';
import type { LookBack } from './look-back.ts';
import { SideBySide } from './SideBySide.tsx';
import { TreeFigure } from './TreeFigure.tsx';
import { nameOfTry, triesOf } from './tries.ts';

interface Props extends DebriefViewProps {
  look: LookBack;
}

/** The tries at this level as a tree; a choice sets another one beside this. */
export function Tries(props: Props) {
  const { attemptId, strings } = props;
  const [besideId, setBeside] = useState<string>();
  const id = useId();
  const runs = triesOf(props);
  const branches = branchesOf(runs.map((run) => ({ ...run, length: run.acts.length })));
  const beside = runs.find((run) => run.attemptId === besideId);
  return (
    <section className="no-print">
      <h2>{strings.triesTitle}</h2>
      <TreeFigure branches={branches} ownId={attemptId} strings={strings} />
      {branches.length < 2 ? (
        <p className="small">{strings.triesOne}</p>
      ) : (
        <ul className="tries">
          {branches.map((branch) => {
            const run = runs.find((one) => one.attemptId === branch.attemptId);
            return (
              <li key={branch.attemptId}>
                <span>
                  {nameOfTry(branch, branches, strings)} <b className="num">{scoreOf(branch, strings)}</b>
                  {branch.isBest && <span className="tag-box">{strings.isBest}</span>}
                </span>
                {run && (
                  <TryAction
                    run={run}
                    isOwn={branch.attemptId === attemptId}
                    isOpen={branch.attemptId === besideId}
                    controls={id}
                    onToggle={() => setBeside(besideId === branch.attemptId ? undefined : branch.attemptId)}
                    strings={strings}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      <div id={id} aria-live="polite">
        {beside && <SideBySide {...props} other={beside} />}
      </div>
    </section>
  );
}

interface ActionProps extends Pick<DebriefViewProps, 'strings'> {
  run: PastRun;
  isOwn: boolean;
  isOpen: boolean;
  controls: string;
  onToggle: () => void;
}

function TryAction({ run, isOwn, isOpen, controls, onToggle, strings }: ActionProps) {
  if (isOwn) return <span className="small">{strings.tryHere}</span>;
  if (!run.replayable) return <span className="small">{strings.oldTry}</span>;
  return (
    <button
      type="button"
      className="btn quiet"
      aria-expanded={isOpen}
      aria-controls={controls}
      onClick={onToggle}
    >
      {isOpen ? strings.besideOff : strings.beside}
    </button>
  );
}

type Words = DebriefViewProps['strings'];

const scoreOf = ({ score }: Branch, strings: Words) => fill(strings.tryScore, { n: points(score) });
