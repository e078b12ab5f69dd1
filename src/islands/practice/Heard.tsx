import type { Reading } from '#core/simulator/free-text/free-text.ts';
import { MAX_KEPT, mayKeepTag } from '#core/simulator/free-text/reading-result.ts';
import type { MoveWordsFile } from '#core/simulator/scenario-file.ts';
import type { MoveTag } from '#core/simulator/scenario-move.ts';
import { fill } from '#core/text/fill.ts';
import type { PracticeStrings } from '#i18n/practice.ts';
import { Icon } from '../board/Icon.tsx';

interface Props {
  reading: Exclude<Reading, { kind: 'accept' }>;
  /** What the learner meant it to be. */
  claimed?: MoveTag;
  /** How often he has insisted in this run. */
  kept: number;
  moves: MoveWordsFile;
  onRewrite: () => void;
  onSend: (tag: MoveTag, kept?: boolean) => void;
  strings: PracticeStrings;
}

/** What the customer would hear, before anything is sent: rewrite, send as heard, or keep the tag where that is allowed. */
export function Heard({ reading, claimed, kept, moves, onRewrite, onSend, strings }: Props) {
  // Here the move has been named already, so the list may say what it is.
  const name = (tag: MoveTag) => moves[tag].label;
  return (
    <div className="heard" role="alert">
      <p>
        <Icon name="circle-alert" />
        <span>{sentenceOf(reading, name, strings)}</span>
      </p>
      <div className="heard-ways">
        <button type="button" className="btn" onClick={onRewrite}>
          {strings.rewrite}
        </button>
        {reading.kind === 'ask' &&
          reading.tags.map((tag) => (
            <button type="button" className="btn line" key={tag} onClick={() => onSend(tag)}>
              {name(tag)}
            </button>
          ))}
        {(reading.kind === 'down' || reading.kind === 'hear') && (
          <button type="button" className="btn line" onClick={() => onSend(reading.tag)}>
            {strings.sendHeard}
          </button>
        )}
        {claimed && reading.kind !== 'reject' && mayKeepTag(reading, kept) && (
          <button type="button" className="btn quiet" onClick={() => onSend(claimed, true)}>
            {fill(strings.keepTag, { n: MAX_KEPT - kept })}
          </button>
        )}
      </div>
    </div>
  );
}

function sentenceOf(
  reading: Props['reading'],
  name: (tag: MoveTag) => string,
  strings: PracticeStrings,
): string {
  switch (reading.kind) {
    case 'ask':
      return strings.question;
    case 'reject':
      return reading.reason === 'empty' ? strings.rejectEmpty : strings.rejectLong;
    case 'hear':
      return fill(strings.heardDanger, { move: name(reading.tag) });
    case 'down':
      return fill(strings.heard, { move: name(reading.tag) });
  }
}
