import { trustOf } from '#core/simulator/values.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../../board/Icon.tsx';
import type { DebriefViewProps } from '../debrief-props.ts';
import { Deed } from './Deed.tsx';
import type { LookBack } from './look-back.ts';

interface Props extends DebriefViewProps {
  look: LookBack;
  open: number | undefined;
  onOpen: (index: number) => void;
}

/** The round that was opened on the curve: what was said and what it did; steps to the rounds beside it. */
export function CurvePanel(props: Props) {
  const { look, run, open, onOpen, strings } = props;
  const moves = run.log.filter(({ move }) => move !== undefined);
  const place = moves.findIndex(({ index }) => index === open);
  const entry = moves[place];
  const [before, after] = [moves[place - 1], moves[place + 1] ?? (entry ? undefined : moves[0])];
  const step = (index: number | undefined, name: string, icon: string) => (
    <button
      type="button"
      className="btn quiet"
      aria-disabled={index === undefined}
      onClick={() => index !== undefined && onOpen(index)}
    >
      {icon === 'arrow-left' && <Icon name={icon} />}
      {name}
      {icon === 'arrow-right' && <Icon name={icon} />}
    </button>
  );
  return (
    <div className="curve-panel no-print">
      <div aria-live="polite">
        {entry ? (
          <>
            <h3 className="num">{fill(strings.round, { n: entry.round })}</h3>
            <Deed
              {...props}
              entry={entry}
              said={look.said}
              changes={{
                trust: entry.trust - trustOf(entry.before),
                patience: entry.values.patience - entry.before.patience,
                interest: entry.values.interest - entry.before.interest,
              }}
            />
          </>
        ) : (
          <p className="small">{strings.curveHint}</p>
        )}
      </div>
      <p className="curve-steps">
        {step(before?.index, strings.stepBack, 'arrow-left')}
        {step(after?.index, strings.stepOn, 'arrow-right')}
      </p>
    </div>
  );
}
