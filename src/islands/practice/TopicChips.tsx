import { useId } from 'react';
import type { Scenario } from '#core/simulator/scenario.ts';
import type { TopicPhase } from '#core/simulator/scenario-talk.ts';
import type { PracticeStrings } from '#i18n/practice.ts';
import { speaker } from './persons.ts';

interface Props {
  phase: TopicPhase<string>;
  scenario: Scenario<string>;
  chosen: string | undefined;
  disabled: boolean;
  onChoose: (topic: string) => void;
  strings: PracticeStrings;
}

/** What to talk about: every topic, at any time; grouped by person where topics belong to one. */
export function TopicChips({ phase, scenario, chosen, disabled, onChoose, strings }: Props) {
  const name = useId();
  const speakers = [...new Set(phase.topics.map(({ by }) => by ?? ''))];
  return (
    <fieldset className="topics">
      <legend className="label">{strings.topic}</legend>
      {speakers.map((by) => (
        <div key={by}>
          {by !== '' && <p className="micro">{speaker(scenario, by, strings).name}</p>}
          <div className="chips">
            {phase.topics
              .filter((topic) => (topic.by ?? '') === by)
              .map((topic) => (
                <label className="chip" key={topic.id}>
                  <input
                    type="radio"
                    name={name}
                    checked={topic.id === chosen}
                    disabled={disabled}
                    onChange={() => onChoose(topic.id)}
                  />
                  <span>{topic.text}</span>
                </label>
              ))}
          </div>
        </div>
      ))}
    </fieldset>
  );
}
