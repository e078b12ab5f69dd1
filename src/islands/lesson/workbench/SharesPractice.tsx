import { useRef } from 'react';
import { isRecord } from '#core/model/shape.ts';
import { areShares, equalShares, moveShare, outside, type Shares } from '#core/practice/shares.ts';
import { fill } from '#core/text/fill.ts';
import type { WorkbenchStrings } from '#i18n/lesson-workbench.ts';
import { usePractice } from '../use-practice.ts';
import { Bench } from './Bench.tsx';
import { ShareColumns } from './ShareColumns.tsx';
import { metOf, Situations, Verdict, Widest } from './Situations.tsx';
import { Slider } from './Slider.tsx';
import { useArrival } from './use-arrival.ts';
import { idsOf, stillThere, type Workbench } from './workbench.ts';

export type SharesActivity = Workbench<'shares'>;
export type SharesStrings = WorkbenchStrings['shares'];

export interface Sharing {
  own: Shares;
  /** The model was looked at. */
  compared: boolean;
  /** Situation on screen. */
  on?: string;
  situations: Readonly<Record<string, { shares: Shares; asked: boolean }>>;
  /** Tries that did not fit. */
  slips: number;
}

const isSharing = (value: unknown): value is Sharing =>
  isRecord(value) && isRecord(value.own) && isRecord(value.situations);

/** A hundred shared by sliders: first as one would oneself, then beside a model, then as a situation asks for. */
export function SharesPractice({ activity, strings }: { activity: SharesActivity; strings: SharesStrings }) {
  const { parts, situations, title } = activity;
  const ids = idsOf(parts);
  const initial: Sharing = { own: equalShares(ids), compared: false, situations: {}, slips: 0 };
  const { state, save, finish } = usePractice(activity, initial, isSharing, {
    carry: (kept) => {
      if (!areShares(kept.own, ids)) return initial;
      const { on, ...rest } = kept;
      const there = idsOf(situations);
      const left = stillThere(kept.situations, there);
      return { ...rest, situations: left, ...(on && there.includes(on) && { on }) };
    },
  });
  const situation = situations.find(({ id }) => id === state.on);
  const at = situation && state.situations[situation.id];
  const shares = situation ? (at?.shares ?? state.own) : state.own;
  // A slider moved out and back leaves the others as they were: all is measured from where its own move began.
  const { ref: chart, arrive } = useArrival<HTMLElement>(state.compared);
  const grabbed = useRef({ id: '', shares });
  const grab = (id: string) => {
    if (grabbed.current.id !== id) grabbed.current = { id, shares };
  };

  function move(id: string, wanted: number) {
    grab(id);
    const moved = moveShare(grabbed.current.shares, id, wanted);
    if (!situation) return save({ ...state, own: moved });
    save({ ...state, situations: { ...state.situations, [situation.id]: { shares: moved, asked: false } } });
  }

  function enter(id: string) {
    grabbed.current = { id: '', shares };
    save({ ...state, on: id });
  }

  function ask() {
    if (!situation || at?.asked) return;
    const fits = outside(shares, situation.fits).length === 0;
    const asked = { ...state.situations, [situation.id]: { shares, asked: true } };
    save({ ...state, situations: asked, slips: state.slips + (fits ? 0 : 1) });
    if (fits && metOf(situations, asked) === situations.length) finish(state.slips);
  }

  return (
    <Bench label={title} look="shares">
      <figure ref={chart} tabIndex={-1}>
        <ShareColumns activity={activity} shares={shares} compared={state.compared} strings={strings} />
        {state.compared && !situation && (
          <figcaption>
            <Widest activity={activity} own={state.own} strings={strings} />
          </figcaption>
        )}
      </figure>
      {state.compared && <Situations activity={activity} state={state} onEnter={enter} strings={strings} />}
      {parts.map(({ id, text }) => (
        <Slider
          key={id}
          label={text}
          value={shares[id] ?? 0}
          least={0}
          most={100}
          shown={`${shares[id]}%`}
          onGrab={() => grab(id)}
          onMove={(value) => move(id, value)}
        />
      ))}
      {!state.compared && (
        <button
          type="button"
          className="btn line"
          onClick={() => {
            arrive();
            save({ ...state, compared: true });
          }}
        >
          {fill(strings.compare, { model: activity.modelName })}
        </button>
      )}
      {situation && (
        <button type="button" className="btn line" onClick={ask}>
          {strings.fits}
        </button>
      )}
      <div role="status">{situation && at?.asked && <Verdict situation={situation} shares={shares} />}</div>
      {state.compared && (
        <p className="turn">
          <span className="micro num">
            {fill(strings.met, { k: metOf(situations, state.situations), n: situations.length })}
          </span>
          <button
            type="button"
            className="btn quiet"
            onClick={() => {
              arrive();
              save(initial);
            }}
          >
            {strings.again}
          </button>
        </p>
      )}
    </Bench>
  );
}
