import { useState } from 'react';
import { isListOf, isRecord, isString } from '#core/model/shape.ts';
import { fill } from '#core/text/fill.ts';
import type { WorkbenchStrings } from '#i18n/lesson-workbench.ts';
import { Icon } from '../../board/Icon.tsx';
import { usePractice } from '../use-practice.ts';
import { Beam } from './Beam.tsx';
import { Bench } from './Bench.tsx';
import { MarkRow } from './MarkRow.tsx';
import { useArrival } from './use-arrival.ts';
import { idsOf, type Marks, stillThere, type Workbench } from './workbench.ts';

export type ScaleActivity = Workbench<'scale'>;
export type ScaleStrings = WorkbenchStrings['scale'];
type Persona = ScaleActivity['personas'][number];

interface Weighing {
  /** Persona id → guesses by card, 0 to 5. */
  guesses: Readonly<Record<string, Marks>>;
  /** Personas whose own weights were looked at. */
  seen: readonly string[];
  /** Persona on stage; absent: the first. */
  on?: string;
}

const START: Weighing = { guesses: {}, seen: [] };

const isWeighing = (value: unknown): value is Weighing =>
  isRecord(value) && isRecord(value.guesses) && isListOf(value.seen, isString);

/** What weighs for whom: the learner guesses every weight, sees the beam lean, then how this person weighs. */
export function ScalePractice({ activity, strings }: { activity: ScaleActivity; strings: ScaleStrings }) {
  const { cards, personas, title } = activity;
  const people = idsOf(personas);
  const { state, save, finish } = usePractice<Weighing>(activity, START, isWeighing, {
    carry: ({ guesses, seen, on }) => ({
      guesses: stillThere(guesses, people),
      seen: seen.filter((id) => people.includes(id)),
      ...(on && people.includes(on) && { on }),
    }),
  });
  const persona = personas.find(({ id }) => id === state.on) ?? (personas[0] as Persona);
  const given = state.guesses[persona.id] ?? {};
  const seen = state.seen.includes(persona.id);
  const missing = cards.filter(({ id }) => given[id] === undefined).length;
  const [asked, setAsked] = useState(false);
  const { ref: outcome, arrive } = useArrival<HTMLDivElement>(seen);
  const near = cards.filter(({ id }) => Math.abs((given[id] ?? 0) - (persona.weights[id] ?? 0)) <= 1).length;

  const guess = (id: string, mark: number) =>
    save({ ...state, guesses: { ...state.guesses, [persona.id]: { ...given, [id]: mark } } });

  function look() {
    setAsked(missing > 0);
    if (missing > 0) return;
    arrive();
    const all = [...state.seen, persona.id];
    save({ ...state, seen: all });
    if (all.length === personas.length) finish(cards.length - near);
  }

  return (
    <Bench label={title} look="scale">
      <fieldset>
        <legend className="label">{strings.who}</legend>
        <div className="seg people">
          {personas.map(({ id, text }) => (
            <label key={id}>
              <input
                type="radio"
                name={`${activity.id}-who`}
                checked={persona.id === id}
                onChange={() => save({ ...state, on: id })}
              />
              {text}
            </label>
          ))}
        </div>
      </fieldset>
      <Beam activity={activity} weights={seen ? persona.weights : given} strings={strings} />
      {seen && (
        <div className="outcome" ref={outcome} tabIndex={-1}>
          <p className="num">{fill(strings.hits, { k: near, n: cards.length })}</p>
          <p>{persona.why}</p>
          {state.seen.length === personas.length && <p>{strings.all}</p>}
        </div>
      )}
      {!seen && <p className="small">{fill(strings.guess, { person: persona.text })}</p>}
      {(['benefit', 'cost'] as const).map((side) => (
        <section key={side}>
          <h4>{side === 'benefit' ? activity.benefits : activity.costs}</h4>
          <ul>
            {cards
              .filter((card) => card.side === side)
              .map(({ id, text }) => (
                <li key={id}>
                  {seen ? (
                    <Weighed
                      text={text}
                      own={given[id] ?? 0}
                      weight={persona.weights[id] ?? 0}
                      strings={strings}
                    />
                  ) : (
                    <MarkRow
                      name={`${activity.id}-${persona.id}-${id}`}
                      label={text}
                      least={0}
                      value={given[id]}
                      onMark={(mark) => guess(id, mark)}
                    />
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
      <p className="nudge" role="status">
        {asked && missing > 0 && fill(strings.missing, { n: missing })}
      </p>
      {seen ? (
        <button
          type="button"
          className="btn quiet"
          onClick={() => save({ ...state, seen: state.seen.filter((id) => id !== persona.id) })}
        >
          {strings.again}
        </button>
      ) : (
        <button type="button" className="btn line" onClick={look}>
          {fill(strings.look, { person: persona.text })}
        </button>
      )}
    </Bench>
  );
}

interface WeighedProps {
  text: string;
  own: number;
  weight: number;
  strings: ScaleStrings;
}

function Weighed({ text, own, weight, strings }: WeighedProps) {
  const near = Math.abs(own - weight) <= 1;
  return (
    <p className={near ? 'weighed state right' : 'weighed state again'}>
      <Icon name={near ? 'check' : 'circle-alert'} />
      <span>{text}</span>
      <span className="num">{fill(strings.compare, { own, weight })}</span>
    </p>
  );
}
