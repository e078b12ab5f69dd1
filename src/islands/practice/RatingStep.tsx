import { useId, useState } from 'react';
import { fill } from '#core/text/fill.ts';
import type { PracticeStrings } from '#i18n/practice.ts';
import type { CriterionStrings } from '#i18n/rubric-criterion.ts';
import { Icon } from '../board/Icon.tsx';

interface Props {
  /** In the order of the rubric. */
  criteria: readonly (CriterionStrings & { id: string; weight: number })[];
  disabled: boolean;
  draft: unknown;
  onDraft: (draft: unknown) => void;
  onRate: (ratings: Record<string, number>) => void;
  strings: PracticeStrings;
}

interface Draft {
  kind: 'rating';
  ratings: Record<string, number>;
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  (value as Draft | null)?.kind === 'rating' &&
  typeof (value as Draft).ratings === 'object';

/** The learner's own judgement, criterion by criterion, before the score is shown. */
export function RatingStep({ criteria, disabled, draft, onDraft, onRate, strings }: Props) {
  const given = isDraft(draft) ? draft.ratings : {};
  const [own, setOwn] = useState(given);
  const [asked, setAsked] = useState(false);
  const ratings = disabled ? given : own;
  const missing = criteria.filter(({ id }) => ratings[id] === undefined).length;

  function rate(id: string, level: number) {
    const next = { ...ratings, [id]: level };
    setOwn(next);
    onDraft({ kind: 'rating', ratings: next } satisfies Draft);
  }

  return (
    <section className="step wrap">
      <h2 tabIndex={-1} data-focus>
        {strings.ratingTitle}
      </h2>
      <p className="small">{strings.ratingText}</p>
      {criteria.map((criterion, place) => (
        <Criterion
          key={criterion.id}
          {...criterion}
          position={fill(strings.ratingOf, { k: place + 1, n: criteria.length, weight: criterion.weight })}
          rating={ratings[criterion.id]}
          disabled={disabled}
          onRate={(level) => rate(criterion.id, level)}
        />
      ))}
      <p className="unready" role="status">
        {asked && missing > 0 && fill(strings.ratingMissing, { n: missing })}
      </p>
      <button
        type="button"
        className="btn realm"
        aria-disabled={disabled || missing > 0}
        onClick={(event) => {
          if (disabled || event.detail > 1) return;
          setAsked(true);
          if (missing === 0) onRate(ratings);
        }}
      >
        {strings.toDebrief}
        <Icon name="arrow-right" />
      </button>
    </section>
  );
}

interface CriterionProps extends CriterionStrings {
  position: string;
  rating: number | undefined;
  disabled: boolean;
  onRate: (level: number) => void;
}

function Criterion({ name, levels, position, rating, disabled, onRate }: CriterionProps) {
  const id = useId();
  return (
    <fieldset className="criterion">
      <legend>
        <b>{name}</b> <span className="micro">{position}</span>
      </legend>
      <div className="seg num">
        {levels.map((line, level) => (
          <label key={line + String(level)}>
            <input
              type="radio"
              name={id}
              checked={rating === level}
              disabled={disabled}
              aria-label={`${level} ${line}`}
              onChange={() => onRate(level)}
            />
            <span aria-hidden="true">{level}</span>
          </label>
        ))}
      </div>
      <p className="small criterion-line" aria-hidden="true">
        {rating === undefined ? '' : levels[rating]}
      </p>
    </fieldset>
  );
}
