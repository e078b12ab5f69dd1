import { fill } from '#core/text/fill.ts';
import type { LessonStrings } from '#i18n/lesson.ts';
import { type PracticeActivity, usePractice } from './use-practice.ts';

export type Mood = 'neutral' | 'warm' | 'guarded' | 'irritated' | 'angry';

export interface DialogueActivity extends PracticeActivity {
  persona: string;
  name: string;
  scene: string;
  line: string;
  replies: readonly { id: string; text: string; trust: number; mood: Mood; answer: string; why: string }[];
}

interface Kept {
  chosen: string[];
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && Array.isArray((value as Kept).chosen);

/** One turn with a customer: choose a reply, see her face, hear her answer, try another. */
export function DialoguePractice({
  activity,
  strings,
}: {
  activity: DialogueActivity;
  strings: LessonStrings;
}) {
  const { state, save, finish } = usePractice<Kept>(activity, { chosen: [] }, isKept);
  const reply = activity.replies.find((one) => one.id === state.chosen.at(-1));

  function choose(id: string) {
    const chosen = [...state.chosen.filter((one) => one !== id), id];
    save({ chosen });
    const best = Math.max(...activity.replies.map((one) => one.trust));
    if (activity.replies.find((one) => one.id === id)?.trust === best) finish(chosen.length - 1);
  }

  return (
    <div className="board dialogue">
      <p className="small">{activity.scene}</p>
      <Said activity={activity} mood="neutral" line={activity.line} strings={strings} />
      <fieldset className="options">
        <legend className="label">{strings.chooseReply}</legend>
        {activity.replies.map((one, index) => (
          <label className="option" key={one.id}>
            <input
              type="radio"
              name={activity.id}
              checked={reply?.id === one.id}
              onChange={() => choose(one.id)}
            />
            <span className="key" aria-hidden="true">
              {strings.keys[index]}
            </span>
            <span>{one.text}</span>
          </label>
        ))}
      </fieldset>
      <div role="status">
        {reply && (
          <>
            <Said activity={activity} mood={reply.mood} line={reply.answer} strings={strings} />
            <p className="why small">
              <b>{trust(reply.trust, strings)}</b> {reply.why}
            </p>
          </>
        )}
      </div>
    </div>
  );
}

function trust(change: number, strings: LessonStrings): string {
  if (change === 0) return strings.trustSame;
  return fill(change > 0 ? strings.trustUp : strings.trustDown, { n: Math.abs(change) });
}

interface SaidProps {
  activity: DialogueActivity;
  mood: Mood;
  line: string;
  strings: LessonStrings;
}

/** A face, the mood in words beside it, and the line in serif. */
function Said({ activity, mood, line, strings }: SaidProps) {
  return (
    <div className="say">
      <img
        className="face"
        width={44}
        height={44}
        loading="lazy"
        alt=""
        src={`/art/persona-${activity.persona}.svg#${activity.persona}-${mood}`}
      />
      <div>
        <p className="micro">
          <b>{activity.name}</b> {strings.moods[mood]}
        </p>
        <p className="spoken">{line}</p>
      </div>
    </div>
  );
}
