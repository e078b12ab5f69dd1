import { useId } from 'react';
import { fill } from '#core/text/fill.ts';
import type { TaskStrings } from '#i18n/practice-tasks.ts';
import type { Finding } from '../task-view.ts';

interface Props {
  causes: readonly { id: string; text: string }[];
  /** Has a root cause been chosen? */
  chosen: boolean;
  findings: readonly Finding[];
  /** Cause id → finding id. */
  refuted: Readonly<Record<string, string>>;
  onRefute: (refuted: Record<string, string>) => void;
  strings: TaskStrings['diagnosis'];
  disabled: boolean;
}

/** The explanations not chosen: each is kept, or out because of one finding. */
export function Rejections({ causes, chosen, findings, refuted, onRefute, strings, disabled }: Props) {
  const base = useId();
  return (
    <section>
      <h3>{strings.reject}</h3>
      <p className="small">{chosen ? strings.rejectLead : strings.alone}</p>
      {chosen && (
        <ul className="task-rows">
          {causes.map((cause) => (
            <li key={cause.id}>
              <label htmlFor={`${base}${cause.id}`}>
                <span aria-hidden="true">{cause.text}</span>
                <span className="vh">{fill(strings.rejectWith, { cause: cause.text })}</span>
              </label>
              <select
                id={`${base}${cause.id}`}
                value={refuted[cause.id] ?? ''}
                disabled={disabled}
                onChange={(event) => onRefute({ ...refuted, [cause.id]: event.target.value })}
              >
                <option value="">{strings.keep}</option>
                {findings.map((finding) => (
                  <option key={finding.id} value={finding.id}>
                    {finding.text}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
