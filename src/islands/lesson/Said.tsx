import { fill } from '#core/text/fill.ts';

export type Mood = 'neutral' | 'warm' | 'guarded' | 'irritated' | 'angry';

export interface SaidStrings {
  moods: Record<Mood, string>;
  trustUp: string;
  trustDown: string;
  trustSame: string;
}

/** A reply the learner can give, and what comes of it. */
export interface Reply {
  id: string;
  text: string;
  /** How trust changes, −20 to 20. */
  trust: number;
  mood: Mood;
  answer: string;
  why: string;
}

interface Props {
  persona: string;
  name: string;
  mood: Mood;
  line: string;
  strings: SaidStrings;
}

/** A face, the mood in words beside it, and the line in serif. */
export function Said({ persona, name, mood, line, strings }: Props) {
  return (
    <div className="say">
      <img
        className="face"
        width={44}
        height={44}
        loading="lazy"
        alt=""
        src={`/art/persona-${persona}.svg#${persona}-${mood}`}
      />
      <div>
        <p className="micro">
          <b>{name}</b> {strings.moods[mood]}
        </p>
        <p className="spoken">{line}</p>
      </div>
    </div>
  );
}

/** What a reply did: her answer, trust, and why. */
export function Outcome({
  who,
  reply,
  strings,
}: {
  who: { persona: string; name: string };
  reply: Reply;
  strings: SaidStrings;
}) {
  const { trust } = reply;
  const change = trust > 0 ? strings.trustUp : trust < 0 ? strings.trustDown : strings.trustSame;
  return (
    <>
      <Said {...who} mood={reply.mood} line={reply.answer} strings={strings} />
      <p className="why small">
        <b>{fill(change, { n: Math.abs(trust) })}</b> {reply.why}
      </p>
    </>
  );
}
