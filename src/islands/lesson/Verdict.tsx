import { fill } from '#core/text/fill.ts';
import { Icon } from '../board/Icon.tsx';

export interface VerdictStrings {
  sorted: string;
  sortedSlips: string;
  restart: string;
}

interface Props {
  /** What came of the last try: `head` in bold, then why it is right, or the one question. */
  last: { right: boolean; head: string; text: string } | undefined;
  done: boolean;
  /** Cards that needed another try. */
  slips: number;
  onRestart: () => void;
  strings: VerdictStrings;
}

/** What came of the last try and, at the end, of all; said aloud when it changes. */
export function Verdict({ last, done, slips, onRestart, strings }: Props) {
  return (
    <>
      <div role="status">
        {last && (
          <p className={last.right ? 'nudge right' : 'nudge'} key={last.head}>
            <Icon name={last.right ? 'check' : 'corner-down-left'} />
            <span>
              <b>{last.head}</b> {last.text}
            </span>
          </p>
        )}
        {done && (
          <p className="state right">
            <Icon name="check" />
            {slips > 0 ? fill(strings.sortedSlips, { n: slips }) : strings.sorted}
          </p>
        )}
      </div>
      {done && (
        <button type="button" className="btn quiet" onClick={onRestart}>
          {strings.restart}
        </button>
      )}
    </>
  );
}
