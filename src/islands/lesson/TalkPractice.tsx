import { fill } from '#core/text/fill.ts';
import { Board } from '../board/Board.tsx';
import { ChoiceList, type ChoiceListStrings } from './ChoiceList.tsx';
import { type Mood, Outcome, type Reply, Said, type SaidStrings } from './Said.tsx';
import {
  closeOf,
  isTalked,
  NOT_TALKED,
  repliesOf,
  type Talk,
  talkSlips,
  trustOf,
  trustStep,
} from './talk.ts';
import { type PracticeActivity, usePractice } from './use-practice.ts';

export interface TalkActivity extends PracticeActivity, Talk {
  persona: string;
  name: string;
  scene: string;
}

export interface TalkStrings extends ChoiceListStrings, SaidStrings {
  chooseReply: string;
  me: string;
  trust: string;
  /** From unwilling to trusting. */
  trustSteps: readonly string[];
  goOn: string;
  close: string;
  tryAgain: string;
}

/** A talk of two to five turns: each reply moves trust, none can be taken back; at the end what came of it. */
export function TalkPractice({ activity, strings }: { activity: TalkActivity; strings: TalkStrings }) {
  const { state, save, finish } = usePractice(activity, NOT_TALKED, isTalked);
  const given = repliesOf(activity, state);
  const turn = activity.turns[state.on];
  const isChoosing = given.length === state.on;
  const close = closeOf(activity, state);
  const who = { persona: activity.persona, name: activity.name };

  function choose(id: string | undefined) {
    if (!id || !isChoosing) return;
    const next = { ...state, chosen: [...state.chosen, id] };
    save(next);
    if (next.chosen.length === activity.turns.length) finish(talkSlips(activity, next));
  }

  return (
    <Board label={activity.scene} onPick={(index) => choose(turn?.replies[index]?.id)} look="talk">
      <p className="small">{activity.scene}</p>
      <ol className="turns">
        {activity.turns.slice(0, state.on + 1).map(({ id, line }, index) => (
          <li key={id} tabIndex={-1} data-next={given.length === index || undefined}>
            <Turn
              who={who}
              mood={given[index - 1]?.mood ?? 'neutral'}
              line={line}
              reply={given[index]}
              strings={strings}
            />
          </li>
        ))}
      </ol>
      <Trust trust={trustOf(activity, state)} strings={strings} />
      {isChoosing && turn && (
        <ChoiceList label={strings.chooseReply} choices={turn.replies} onChoose={choose} strings={strings} />
      )}
      {!isChoosing && !close && (
        <button
          type="button"
          className="btn line"
          data-next
          onClick={() => save({ ...state, on: state.on + 1 })}
        >
          {fill(strings.goOn, { name: activity.name })}
        </button>
      )}
      <div role="status">
        {close && (
          <p className="close">
            <b className="label">{strings.close}</b>
            {close}
          </p>
        )}
      </div>
      {close && (
        <button type="button" className="btn line" onClick={() => save(NOT_TALKED)}>
          {strings.tryAgain}
        </button>
      )}
    </Board>
  );
}

interface TurnProps {
  who: { persona: string; name: string };
  mood: Mood;
  line: string;
  /** Absent while it is being chosen. */
  reply: Reply | undefined;
  strings: TalkStrings;
}

function Turn({ who, mood, line, reply, strings }: TurnProps) {
  return (
    <>
      <Said {...who} mood={mood} line={line} strings={strings} />
      {reply && (
        <p className="own">
          <span className="vh">{strings.me}</span>
          {reply.text}
        </p>
      )}
      <div role="status">{reply && <Outcome who={who} reply={reply} strings={strings} />}</div>
    </>
  );
}

/** Trust as word, bar and figure. */
function Trust({ trust, strings }: { trust: number; strings: TalkStrings }) {
  return (
    <p className="trust">
      <span>{strings.trust}</span>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect width={trust} height={6} />
      </svg>
      <b className="num">{trust}</b>
      <span>{strings.trustSteps[trustStep(trust)]}</span>
    </p>
  );
}
