import { outside, type Shares } from '#core/practice/shares.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../../board/Icon.tsx';
import type { SharesActivity, SharesStrings, Sharing } from './SharesPractice.tsx';

type Situation = SharesActivity['situations'][number];

/** How many situations were met. */
export function metOf(situations: readonly Situation[], given: Sharing['situations']): number {
  return situations.filter(({ id, fits }) => {
    const one = given[id];
    return one?.asked && outside(one.shares, fits).length === 0;
  }).length;
}

/** What one's own shares say beside the model: the widest gap. */
export function Widest({
  activity,
  own,
  strings,
}: {
  activity: SharesActivity;
  own: Shares;
  strings: SharesStrings;
}) {
  const gaps = activity.parts
    .map(({ id, text }) => ({ part: text, own: own[id] ?? 0, share: activity.model[id] ?? 0 }))
    .sort((a, b) => Math.abs(b.own - b.share) - Math.abs(a.own - a.share));
  const [widest] = gaps;
  if (!widest) return null;
  const same = widest.own === widest.share;
  return fill(same ? strings.same : strings.widest, { ...widest, model: activity.modelName });
}

export function Verdict({ situation, shares }: { situation: Situation; shares: Shares }) {
  const off = outside(shares, situation.fits);
  if (off.length === 0)
    return (
      <p className="nudge right">
        <Icon name="check" />
        <span>{situation.good}</span>
      </p>
    );
  return off.map((id) => (
    <p className="nudge" key={id}>
      <Icon name="rotate-ccw" />
      <span>{situation.more[id]}</span>
    </p>
  ));
}

interface SituationsProps {
  activity: SharesActivity;
  state: Sharing;
  onEnter: (id: string) => void;
  strings: SharesStrings;
}

export function Situations({ activity, state, onEnter, strings }: SituationsProps) {
  return (
    <fieldset className="options">
      <legend>{strings.situations}</legend>
      {activity.situations.map((one) => {
        const met = metOf([one], state.situations) === 1;
        return (
          <label key={one.id} className="option plain">
            <input
              type="radio"
              name={`${activity.id}-on`}
              checked={state.on === one.id}
              onChange={() => onEnter(one.id)}
            />
            <span>{one.text}</span>
            {met && (
              <span className="mark">
                <Icon name="check" />
              </span>
            )}
          </label>
        );
      })}
    </fieldset>
  );
}
