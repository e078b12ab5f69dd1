import { useState } from 'react';
import type { PrepCard } from '#core/simulator/scenario.ts';
import { fill } from '#core/text/fill.ts';
import type { PracticeStrings } from '#i18n/practice.ts';
import { Icon } from '../board/Icon.tsx';

interface Props {
  cards: readonly PrepCard<string>[];
  /** What is known in this run; empty where it is the same in every run. */
  known: readonly string[];
  disabled: boolean;
  draft: unknown;
  onDraft: (draft: unknown) => void;
  onGo: (ids: string[]) => void;
  strings: PracticeStrings;
}

/** simulators.md §1.1: as much as one can take along. */
const MOST_CARDS = 3;
const MOST_POINTS = 6;

interface Draft {
  kind: 'prep';
  ids: string[];
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  (value as Draft | null)?.kind === 'prep' &&
  Array.isArray((value as Draft).ids);

/** Before the visit: up to three cards, six points in all. */
export function PrepStep({ cards, known, disabled, draft, onDraft, onGo, strings }: Props) {
  const given = isDraft(draft) ? draft.ids : [];
  const [own, setOwn] = useState(given);
  const [refused, setRefused] = useState('');
  const ids = disabled ? given : own;
  const points = pointsOf(cards, ids);

  function toggle({ id, cost }: PrepCard<string>, box: HTMLInputElement) {
    const isTaken = ids.includes(id);
    if (!isTaken && (ids.length === MOST_CARDS || points + cost > MOST_POINTS)) {
      // The browser has ticked it by itself, and nothing is drawn anew when it is refused a second time.
      box.checked = false;
      return setRefused(ids.length === MOST_CARDS ? strings.prepTooMany : strings.prepTooDear);
    }
    const next = isTaken ? ids.filter((one) => one !== id) : [...ids, id];
    setRefused('');
    setOwn(next);
    onDraft({ kind: 'prep', ids: next } satisfies Draft);
  }

  return (
    <section className="step wrap">
      <h2 tabIndex={-1} data-focus>
        {strings.prepTitle}
      </h2>
      <Known lines={known} title={strings.known} />
      <p className="small">{strings.prepText}</p>
      <ul className="prep">
        {cards.map((card) => (
          <li key={card.id}>
            <label className="option pick">
              <input
                type="checkbox"
                checked={ids.includes(card.id)}
                disabled={disabled}
                onChange={(event) => toggle(card, event.target)}
              />
              <span className="task-dot checkbox" aria-hidden="true">
                <Icon name="check" />
              </span>
              <span>
                <b>{card.title}</b>
                <span className="micro block">
                  {strings.prepKinds[card.kind]}
                  {strings.dot}
                  {fill(strings.prepCost, { n: card.cost })}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p className="small num" role="status">
        {refused || fill(strings.prepTaken, { n: ids.length, points })}
      </p>
      <button
        type="button"
        className="btn realm"
        aria-disabled={disabled}
        onClick={(event) => event.detail < 2 && !disabled && onGo(ids)}
      >
        {ids.length > 0 ? strings.prepGo : strings.prepGoNone}
        <Icon name="arrow-right" />
      </button>
    </section>
  );
}

function Known({ lines, title }: { lines: readonly string[]; title: string }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3 className="label">{title}</h3>
      <ul className="small">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

const pointsOf = (cards: readonly PrepCard<string>[], ids: readonly string[]): number =>
  cards.reduce((total, { id, cost }) => total + (ids.includes(id) ? cost : 0), 0);
