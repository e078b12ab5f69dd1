import { useId, useMemo, useState } from 'react';
import type { Act } from '#core/simulator/act.ts';
import type { Scenario } from '#core/simulator/scenario.ts';
import type { MoveWordsFile } from '#core/simulator/scenario-file.ts';
import type { MoveTag } from '#core/simulator/scenario-move.ts';
import { fill } from '#core/text/fill.ts';
import type { PracticeStrings } from '#i18n/practice.ts';
import {
  actOf,
  isMoveChoice,
  type MoveChoice,
  movesInOrder,
  NO_CHOICE,
  type OpenPrompt,
  previewOf,
  sentencesFor,
} from './move-choice.ts';
import { moveName } from './move-name.ts';
import { SayBar } from './SayBar.tsx';
import { SentenceList } from './SentenceList.tsx';
import { TopicChips } from './TopicChips.tsx';

export interface DockProps {
  prompt: OpenPrompt;
  scenario: Scenario<string>;
  moves: MoveWordsFile;
  seed: string;
  disabled: boolean;
  /** What was put together before a reload; anything else is ignored. */
  draft: unknown;
  onDraft: (draft: unknown) => void;
  onAct: (act: Act) => void;
  strings: PracticeStrings;
}

/** Level 2: choose what to talk about and a sentence, put it together from its parts, or put it another way. */
export function MoveDock({
  prompt,
  scenario,
  moves,
  seed,
  disabled,
  draft,
  onDraft,
  onAct,
  strings,
}: DockProps) {
  const given = isMoveChoice(draft) ? draft : NO_CHOICE;
  const [own, setOwn] = useState(given);
  const choice = disabled ? given : own;
  const blocks = useMemo(
    () => sentencesFor(scenario, prompt, choice.topic, seed),
    [scenario, prompt, choice.topic, seed],
  );
  const preview = previewOf(scenario, moves, choice, blocks, strings.anything);
  const isChoosing = prompt.kind !== 'topics' || choice.topic !== undefined;

  function change(next: MoveChoice) {
    setOwn(next);
    onDraft(next);
  }

  return (
    <section className="build" aria-label={strings.build}>
      {prompt.kind === 'topics' && (
        <TopicChips
          phase={prompt.phase}
          scenario={scenario}
          chosen={choice.topic}
          disabled={disabled}
          onChoose={(topic) => change({ ...NO_CHOICE, topic })}
          strings={strings}
        />
      )}
      {isChoosing && (
        <>
          <SentenceList {...{ blocks, choice, moves, disabled, strings }} onChange={change} />
          <OtherWay
            {...{ choice, moves, seed, disabled, strings }}
            onPick={(plain) =>
              change({ kind: 'move', slots: [], ...(choice.topic && { topic: choice.topic }), plain })
            }
          />
        </>
      )}
      <SayBar
        text={preview && fill(strings.chosenMove, { move: moveName(moves, preview.tag), text: preview.text })}
        label={strings.say}
        disabled={disabled}
        onSay={() => preview && onAct(actOf(prompt, choice, preview.tag))}
        strings={strings}
      />
    </section>
  );
}

interface OtherWayProps {
  choice: MoveChoice;
  moves: MoveWordsFile;
  seed: string;
  disabled: boolean;
  onPick: (tag: MoveTag) => void;
  strings: PracticeStrings;
}

/** Any of the 46 moves in a plain sentence; which of them are low ones is not said. */
function OtherWay({ choice, moves, seed, disabled, onPick, strings }: OtherWayProps) {
  const id = useId();
  return (
    <details className="other-way" open={choice.plain !== undefined}>
      <summary>{strings.otherWay}</summary>
      <label className="label" htmlFor={id}>
        {strings.otherWayPick}
      </label>
      <select
        id={id}
        value={choice.plain ?? ''}
        disabled={disabled}
        onChange={(event) => event.target.value && onPick(event.target.value as MoveTag)}
      >
        <option value="">{strings.pick}</option>
        {movesInOrder(seed).map((tag) => (
          <option key={tag} value={tag}>
            {moveName(moves, tag)}
          </option>
        ))}
      </select>
    </details>
  );
}
