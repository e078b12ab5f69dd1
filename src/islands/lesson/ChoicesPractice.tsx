import { fill } from '#core/text/fill.ts';
import { Board } from '../board/Board.tsx';
import { Icon } from '../board/Icon.tsx';
import { ChoiceList, type ChoiceListStrings } from './ChoiceList.tsx';
import { chooseIn, isChoosing, NOTHING_CHOSEN, type Scene, slippedScenes } from './choosing.ts';
import { type PracticeActivity, usePractice } from './use-practice.ts';

export interface ChoicesActivity extends PracticeActivity {
  prompt: string;
  scenes: readonly Scene[];
}

export interface ChoicesStrings extends ChoiceListStrings {
  sceneOf: string;
  next: string;
  toEnd: string;
  allFit: string;
  someFit: string;
  restart: string;
}

interface Props {
  activity: ChoicesActivity;
  strings: ChoicesStrings;
}

/** Small scenes, one at a time: choose, see what comes of it, go on. */
export function ChoicesPractice({ activity, strings }: Props) {
  const { scenes } = activity;
  const { state, save, finish } = usePractice(activity, NOTHING_CHOSEN, isChoosing);
  const scene = scenes[state.on];
  if (!scene)
    return (
      <Board label={activity.prompt} onPick={() => {}}>
        <LookBack scenes={scenes} slipped={slippedScenes(scenes, state)} strings={strings} />
        <button type="button" className="btn quiet" onClick={() => save(NOTHING_CHOSEN)}>
          {strings.restart}
        </button>
      </Board>
    );

  const chosen = scene.options.find((one) => one.id === state.chosen[scene.id]?.[1]);
  const isLast = state.on === scenes.length - 1;
  const choose = (id: string) => save(chooseIn(state, scene.id, id));
  function goOn() {
    save({ ...state, on: state.on + 1 });
    if (isLast) finish(slippedScenes(scenes, state).length);
  }

  return (
    <Board
      label={activity.prompt}
      onPick={(index) => scene.options[index] && choose(scene.options[index].id)}
      look="choices"
    >
      <div aria-live="polite">
        <p className="micro num">{fill(strings.sceneOf, { k: state.on + 1, n: scenes.length })}</p>
        <p className="scene serif" tabIndex={-1} data-next={!chosen || undefined}>
          {scene.text}
        </p>
      </div>
      <ChoiceList
        label={activity.prompt}
        choices={scene.options}
        onChoose={choose}
        marks={chosen ? { [chosen.id]: chosen.fits ? 'right' : 'again' } : {}}
        strings={strings}
      />
      <div role="status">
        {chosen && (
          <p className={chosen.fits ? 'nudge right' : 'nudge'} key={chosen.id}>
            <Icon name={chosen.fits ? 'check' : 'rotate-ccw'} />
            <span>
              <b>{chosen.fits ? strings.right : strings.again}</b> {chosen.why}
            </span>
          </p>
        )}
      </div>
      {chosen && (
        <button type="button" className="btn line" data-next onClick={goOn}>
          {isLast ? strings.toEnd : strings.next}
        </button>
      )}
    </Board>
  );
}

interface LookBackProps {
  scenes: readonly Scene[];
  slipped: readonly Scene[];
  strings: ChoicesStrings;
}

/** Every scene with what fits and why, and whether the first choice did. */
function LookBack({ scenes, slipped, strings }: LookBackProps) {
  const right = scenes.length - slipped.length;
  return (
    <>
      <div role="status">
        <p className="state right">
          <Icon name="check" />
          {slipped.length === 0 ? strings.allFit : fill(strings.someFit, { n: scenes.length, k: right })}
        </p>
      </div>
      <ol className="look-back small">
        {scenes.map((scene) => {
          const fit = scene.options.find((one) => one.fits);
          const mark = slipped.includes(scene) ? 'again' : 'right';
          return (
            <li key={scene.id} className={mark}>
              <Icon name={mark === 'right' ? 'check' : 'rotate-ccw'} />
              <p>
                <span className="vh">{strings[mark]}</span>
                {scene.text} <b>{fit?.text}</b> {fit?.why}
              </p>
            </li>
          );
        })}
      </ol>
    </>
  );
}
