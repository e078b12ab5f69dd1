import { useId, useMemo, useRef, useState } from 'react';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../../board/Icon.tsx';
import type { DebriefViewProps } from '../debrief-props.ts';
import { Curve } from './Curve.tsx';
import { ExpertRun } from './ExpertRun.tsx';
import { Iceberg } from './Iceberg.tsx';
import { lookBackOf } from './look-back.ts';
import { Rubric } from './Rubric.tsx';
import { Score } from './Score.tsx';
import { Story } from './Story.tsx';
import { Transfer } from './Transfer.tsx';
import { Tries } from './Tries.tsx';
import { TurningPoints } from './TurningPoints.tsx';
import { usePrint } from './use-print.ts';

/**
 * The look back on a finished run: the story first, then curve and turning points, needs and findings, criteria, another
 * try, the expert's run, and a sentence for tomorrow. Two pages on paper.
 */
export function DebriefView(props: DebriefViewProps) {
  const { scenario, run, plan, acts, moves, words, strings } = props;
  const look = useMemo(
    () => lookBackOf({ scenario, run, plan, acts, moves, words }),
    [scenario, run, plan, acts, moves, words],
  );
  const holder = useRef<HTMLDivElement>(null);
  const id = useId();
  const turnId = (place: number) => `${id}turn${place}`;
  usePrint(holder);
  return (
    <div className="debrief wrap" ref={holder}>
      <p className="print-only printed-title">
        {fill(strings.printed, { title: scenario.title, level: strings.levelNames[plan.level] })}
      </p>
      <Story {...props}>
        <Score {...props} />
      </Story>
      <div className="debrief-columns">
        <div>
          <Curve {...props} look={look} onTurn={(place) => show(turnId(place))} />
          <TurningPoints {...props} look={look} idOf={turnId} />
          <Tries {...props} look={look} />
        </div>
        <div>
          <Iceberg {...props} look={look} />
          <Rubric {...props} look={look} />
          <Transfer {...props} />
        </div>
      </div>
      <Further {...props} branchAt={look.turns.find(({ isBest }) => !isBest)?.index} />
    </div>
  );
}

/** The expert's run, print, and the way on. */
function Further({ branchAt, ...props }: DebriefViewProps & { branchAt: number | undefined }) {
  const { strings, disabled, onBranch, onAgain } = props;
  const [isShown, setShown] = useState(false);
  const id = useId();

  function toggle() {
    setShown(!isShown);
    if (!isShown) requestAnimationFrame(() => show(id));
  }

  return (
    <>
      <div className="dock debrief-dock">
        <button type="button" className="btn line" aria-expanded={isShown} onClick={toggle}>
          {isShown ? strings.expertClose : strings.expertOpen}
        </button>
        <button
          type="button"
          className="btn realm"
          aria-disabled={disabled}
          onClick={() => !disabled && (branchAt === undefined ? onAgain() : onBranch(branchAt))}
        >
          {branchAt === undefined ? strings.again : fill(strings.tryFrom, { n: branchAt + 1 })}
        </button>
      </div>
      <p className="debrief-more no-print">
        {branchAt !== undefined && (
          <button
            type="button"
            className="btn quiet"
            aria-disabled={disabled}
            onClick={() => !disabled && onAgain()}
          >
            {strings.again}
          </button>
        )}
        <button type="button" className="btn quiet" onClick={() => print()}>
          <Icon name="printer" />
          {strings.print}
        </button>
      </p>
      {isShown && <ExpertRun {...props} id={id} />}
    </>
  );
}

/** Bring a heading into view and the keyboard with it. The address stays: it says which run is shown. */
function show(id: string): void {
  const heading = document.getElementById(id);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  heading?.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'start' });
  heading?.focus({ preventScroll: true });
}
