import { fill } from '#core/text/fill.ts';
import { Icon } from '../../board/Icon.tsx';
import type { DebriefViewProps } from '../debrief-props.ts';
import { Deed } from './Deed.tsx';
import type { LookBack } from './look-back.ts';
import { Principle } from './Principle.tsx';
import { betterWords, whyWords } from './turn-words.ts';

interface Props extends DebriefViewProps {
  look: LookBack;
  /** Id of the element that tells of the turning point at a place. */
  idOf: (place: number) => string;
}

/** What you said, what it did, what an expert would say and why; and from there another try. */
export function TurningPoints({ look, idOf, ...props }: Props) {
  const { run, strings, disabled, onBranch } = props;
  return (
    <ol className="turns">
      {look.turns.map((turn, place) => {
        const entry = run.log[turn.index];
        if (!entry) return null;
        return (
          <li key={turn.index}>
            <span className="turn-mark" aria-hidden="true">
              {strings.marks[place]}
            </span>
            <div>
              <h3 className="num" id={idOf(place)} tabIndex={-1}>
                <span className="vh">{strings.marks[place]} </span>
                {fill(strings.round, { n: turn.round })}
              </h3>
              <Deed {...props} entry={entry} said={look.said} changes={turn} missed={turn.missed}>
                <dt>{turn.isBest ? strings.expertToo : strings.better}</dt>
                <dd className={turn.isBest ? undefined : 'expert-says serif'}>
                  {turn.isBest ? strings.expertSame : betterWords(props, turn)}
                </dd>
              </Deed>
              <p className="why">
                {whyWords(props, turn)} <Principle {...props} principle={turn.principle} />
              </p>
              <button
                type="button"
                className="btn line again no-print"
                aria-disabled={disabled}
                onClick={() => !disabled && onBranch(turn.index)}
              >
                <Icon name="undo-2" />
                {fill(strings.tryFrom, { n: turn.round })}
              </button>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
