import type { LessonStrings } from '#i18n/lesson.ts';
import { Outcome, type Reply, Said } from './Said.tsx';
import { type PracticeActivity, usePractice } from './use-practice.ts';

export interface DialogueActivity extends PracticeActivity {
  persona: string;
  name: string;
  scene: string;
  line: string;
  replies: readonly Reply[];
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
  const who = { persona: activity.persona, name: activity.name };

  function choose(id: string) {
    const chosen = [...state.chosen.filter((one) => one !== id), id];
    save({ chosen });
    const best = Math.max(...activity.replies.map((one) => one.trust));
    if (activity.replies.find((one) => one.id === id)?.trust === best) finish(chosen.length - 1);
  }

  return (
    <div className="board dialogue">
      <p className="small">{activity.scene}</p>
      <Said {...who} mood="neutral" line={activity.line} strings={strings} />
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
      <div role="status">{reply && <Outcome who={who} reply={reply} strings={strings} />}</div>
    </div>
  );
}
