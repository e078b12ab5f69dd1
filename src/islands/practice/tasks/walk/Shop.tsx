import { Icon } from '../../../board/Icon.tsx';
import { planOf } from './places.ts';

interface Props {
  scenarioId: string;
  label: string;
  spots: readonly { id: string; name: string }[];
  /** Ids of spots looked at. */
  seen: readonly string[];
  /** Added to the name of a spot looked at. */
  seenWord: string;
  disabled: boolean;
  onLook: (id: string) => void;
}

/** The drawn shop with a button on each thing that can be looked at. Nothing when the scenario has no drawing. */
export function Shop({ scenarioId, label, spots, seen, seenWord, disabled, onLook }: Props) {
  const plan = planOf(scenarioId);
  if (!plan) return null;
  return (
    <fieldset className="shop" aria-label={label}>
      <img src={plan.art} width="390" height="430" alt="" />
      {spots
        .filter((spot) => plan.places[spot.id])
        .map((spot) => {
          const isSeen = seen.includes(spot.id);
          return (
            <button
              key={spot.id}
              type="button"
              className={isSeen ? 'hs is-seen' : 'hs'}
              data-place={plan.places[spot.id]}
              aria-label={isSeen ? `${spot.name} (${seenWord})` : spot.name}
              aria-disabled={disabled}
              onClick={() => onLook(spot.id)}
            >
              <span className="mark">{isSeen && <Icon name="check" />}</span>
            </button>
          );
        })}
    </fieldset>
  );
}
