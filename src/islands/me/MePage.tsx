import { useMemo } from 'react';
import { type Progress, progress } from '#core/progress/progress.ts';
import { fill } from '#core/text/fill.ts';
import { Abilities } from './Abilities.tsx';
import { AssignedOffer } from './AssignedOffer.tsx';
import { Confidence } from './Confidence.tsx';
import { Keeping } from './Keeping.tsx';
import { Modules } from './Modules.tsx';
import type { MeProps } from './me-props.ts';
import { Notes } from './Notes.tsx';
import { SyncOffer } from './SyncOffer.tsx';
import { ThemeChoice } from './ThemeChoice.tsx';
import { useRecord } from './use-record.ts';

/** `/me`: what the learner can do, what is next, and the record itself: where it lies, export, import, delete. */
export function MePage(props: MeProps) {
  const { strings, lessons } = props;
  const own = useRecord();
  const facts = own?.facts;
  const folded = useMemo(() => (facts ? progress(facts, { lessons }) : undefined), [facts, lessons]);
  return (
    <div className="me">
      <h1>{strings.heading}</h1>
      <p className="intro">{strings.intro}</p>
      {own && folded ? (
        <>
          <AssignedOffer {...own} {...props} />
          {own.facts.length > 0 && (
            <>
              <p className="small num">{summary(folded, strings.summary)}</p>
              <Modules progress={folded} {...props} />
            </>
          )}
          <Abilities progress={folded} isEmpty={own.facts.length === 0} {...props} />
          <Confidence progress={folded} {...props} />
          <Notes progress={folded} {...props} />
          <SyncOffer {...own} {...props} />
          <Keeping {...own} {...props} />
          <ThemeChoice strings={strings} />
        </>
      ) : (
        <p className="small needs-script" role="status">
          {strings.loading}
        </p>
      )}
    </div>
  );
}

function summary({ lessons }: Progress, template: string): string {
  const count = (...states: string[]) => lessons.filter(({ state }) => states.includes(state)).length;
  return fill(template, {
    done: count('completed'),
    open: count('open', 'tried'),
    attempts: lessons.reduce((total, { attempts }) => total + attempts, 0),
    minutes: lessons.reduce((total, { minutes }) => total + minutes, 0),
  });
}
