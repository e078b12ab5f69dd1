import { fill } from '#core/text/fill.ts';
import type { TaskStrings } from '#i18n/practice-tasks.ts';

interface Props {
  phone: { who: string; line: string };
  called: boolean;
  onCall: () => void;
  strings: TaskStrings['diagnosis'];
  disabled: boolean;
}

/** One call, to one person. What is heard becomes a card on the board. */
export function Phone({ phone, called, onCall, strings, disabled }: Props) {
  return (
    <section>
      <h3>{strings.phone}</h3>
      {!called && (
        <button type="button" className="btn line" disabled={disabled} onClick={onCall}>
          {fill(strings.call, { who: phone.who })}
        </button>
      )}
      <div role="status">
        {called && (
          <>
            <p className="micro">{fill(strings.called, { who: phone.who })}</p>
            <p className="serif">{phone.line}</p>
          </>
        )}
      </div>
    </section>
  );
}
