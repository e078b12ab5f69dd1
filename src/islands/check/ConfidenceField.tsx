import { CONFIDENCES, type Confidence } from '#core/model/response.ts';
import type { CheckStrings } from '#i18n/check.ts';

interface Props {
  /** Absent together with `onRate`: the form keeps the choice itself. */
  chosen?: Confidence;
  onRate?: (confidence: Confidence) => void;
  disabled?: boolean;
  strings: CheckStrings;
}

/** 猜的 / 较有把握 / 确定: how sure before looking. Optional, never scored. */
export function ConfidenceField({ chosen, onRate, disabled = false, strings }: Props) {
  return (
    <fieldset className="conf">
      <legend className="label">{strings.confidence}</legend>
      <div className="seg">
        {CONFIDENCES.map((confidence) => (
          <label key={confidence}>
            <input
              type="radio"
              name="confidence"
              value={confidence}
              {...(onRate && { checked: chosen === confidence, onChange: () => onRate(confidence) })}
              disabled={disabled}
            />
            {strings.confidences[confidence]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
