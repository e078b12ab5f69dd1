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

type Option = Scene['options'][number];

interface Props {
  activity: ChoicesActivity;
  strings: ChoicesStrings;
}

/** Small scenes, one at a time: choose, see what comes of it, go on. */
export function ChoicesPractice({ activity, strings }: Props) {
  const { prompt, scenes } = activity;
  const { state, save, finish } = usePractice(activity, NOTHING_CHOSEN, isChoosing);
  const scene = scenes[state.on];
  const slipped = slippedScenes(scenes, state);
  const isLast = state.on === scenes.length - 1;

  function choose(option: Option | undefined) {
    if (scene && option) save(chooseIn(state, scene.id, option.id));
  }
  function goOn() {
    save({ ...state, on: state.on + 1 });
    if (isLast) finish(slipped.length);
  }

  return (
    <Board label={prompt} onPick={(index) => choose(scene?.options[index])}>
      {scene ? (
        <>
          <div aria-live="polite">
            <p className="micro num">{fill(strings.sceneOf, { k: state.on + 1, n: scenes.length })}</p>
            <p className="scene serif">{scene.text}</p>
          </div>
          <Choosing
            label={prompt}
            options={scene.options}
            chosen={scene.options.find((one) => one.id === state.chosen[scene.id]?.[1])}
            onChoose={choose}
            goOn={{ text: isLast ? strings.toEnd : strings.next, act: goOn }}
            strings={strings}
          />
        </>
      ) : (
        <>
          <LookBack scenes={scenes} slipped={slipped} strings={strings} />
          <button type="button" className="btn quiet" onClick={() => save(NOTHING_CHOSEN)}>
            {strings.restart}
          </button>
        </>
      )}
    </Board>
  );
}

interface ChoosingProps {
  label: string;
  options: readonly Option[];
  chosen: Option | undefined;
  onChoose: (option: Option | undefined) => void;
  goOn: { text: string; act: () => void };
  strings: ChoicesStrings;
}

function Choosing({ label, options, chosen, onChoose, goOn, strings }: ChoosingProps) {
  const mark = chosen?.fits ? 'right' : 'again';
  return (
    <>
      <ChoiceList
        label={label}
        choices={options}
        onChoose={(id) => onChoose(options.find((one) => one.id === id))}
        marks={chosen ? { [chosen.id]: mark } : {}}
        strings={strings}
      />
      <div role="status">
        {chosen && (
          <p className={`nudge ${mark}`} key={chosen.id}>
            <Icon name={mark === 'right' ? 'check' : 'rotate-ccw'} />
            <span>
              <b>{strings[mark]}</b> {chosen.why}
            </span>
          </p>
        )}
      </div>
      {chosen && (
        <button type="button" className="btn line" onClick={goOn.act}>
          {goOn.text}
        </button>
      )}
    </>
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
      <div>
        <p className="state right" tabIndex={-1} data-next>
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
