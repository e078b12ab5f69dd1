import type { TaskStrings } from '#i18n/practice-tasks.ts';
import type { SentencePart } from './draft.ts';

const PARTS: readonly SentencePart[] = ['because', 'therefore', 'proof'];
const MAX_LENGTH = 120;

interface Props {
  said: Readonly<Record<SentencePart, string>>;
  onSay: (said: Record<SentencePart, string>) => void;
  strings: TaskStrings['diagnosis'];
  disabled: boolean;
}

/** Because …, therefore …, as shown by …: the learner's own words, kept and not judged. */
export function Hypothesis({ said, onSay, strings, disabled }: Props) {
  return (
    <fieldset className="task-sentence">
      <legend className="task-legend">{strings.hypothesis}</legend>
      {PARTS.map((part) => (
        <label key={part}>
          <span>{strings[part]}</span>
          <textarea
            rows={2}
            maxLength={MAX_LENGTH}
            value={said[part]}
            readOnly={disabled}
            onChange={(event) => onSay({ ...said, [part]: event.target.value })}
          />
        </label>
      ))}
      <p className="micro">{strings.hypothesisNote}</p>
    </fieldset>
  );
}
