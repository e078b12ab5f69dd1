import { shuffle } from '#core/model/random.ts';
import { estimateSeconds } from '#core/simulator/task/pitch-seconds.ts';
import { fill } from '#core/text/fill.ts';
import { Choices } from './Choices.tsx';
import { DoneBar } from './DoneBar.tsx';
import { Delivery } from './pitch/Delivery.tsx';
import {
  deliver,
  listenersOf,
  MAX_FEATURES,
  type PitchDraft,
  SKIPPED,
  START,
  spokenLines,
} from './pitch/draft.ts';
import type { TaskViewProps } from './task-view.ts';
import { useDraft } from './use-draft.ts';

/** Build what will be said from the product sheet, then say it. */
export function PitchView(props: TaskViewProps<'pitch'>) {
  const { task, scenario, strings, disabled } = props;
  const [draft, change] = useDraft<PitchDraft>(START, props);
  const listeners = listenersOf(task, scenario);
  const lines = spokenLines(task, draft, listeners);
  if (draft.spoken && draft.order && lines.length > 0)
    return <Delivery {...props} pitch={draft} change={change} lines={lines} listeners={listeners} />;

  const t = strings.pitch;
  const seconds = estimateSeconds(task, deliver(task, draft, listeners));
  const skip = { id: SKIPPED, text: strings.skip };
  const part = (name: 'advantage' | 'evidence') => (
    <Choices
      kind="radio"
      legend={t[name]}
      choices={[...(name === 'advantage' ? task.advantages : task.evidence), skip]}
      chosen={only(draft.parts[name])}
      onChoose={(id) => change({ parts: { ...draft.parts, [name]: id } })}
      disabled={disabled}
    />
  );
  return (
    <div className="task">
      <h2>{t.heading}</h2>
      <p className="small">{t.lead}</p>
      <div className="task-columns">
        {listeners.map((listener) => (
          <Choices
            key={listener.id}
            kind="radio"
            legend={listener.name ? fill(t.benefitFor, { name: listener.name }) : t.benefit}
            choices={[...task.benefits, skip]}
            chosen={only(draft.benefits[listener.id])}
            onChoose={(id) => change({ benefits: { ...draft.benefits, [listener.id]: id } })}
            disabled={disabled}
          />
        ))}
        {part('advantage')}
        <Choices
          kind="checkbox"
          legend={fill(t.features, { n: MAX_FEATURES })}
          choices={task.features}
          chosen={draft.features}
          full={draft.features.length >= MAX_FEATURES}
          onChoose={(id, on) =>
            change({ features: on ? [...draft.features, id] : draft.features.filter((one) => one !== id) })
          }
          disabled={disabled}
        />
        {part('evidence')}
        <Choices
          kind="checkbox"
          legend={t.limit}
          choices={[{ id: 'limit', text: fill(t.limitSay, { limit: task.limit }) }]}
          chosen={draft.limit ? ['limit'] : []}
          onChoose={(_id, on) => change({ limit: on })}
          disabled={disabled}
        />
        <Choices
          kind="radio"
          legend={t.order}
          choices={shuffle(task.orders, scenario.id).map((id) => ({ id, text: t.orders[id] }))}
          chosen={only(draft.order || undefined)}
          onChoose={(id) => change({ order: id as PitchDraft['order'] })}
          disabled={disabled}
        />
      </div>
      <DoneBar
        label={t.say}
        unready={lines.length === 0 ? t.empty : draft.order ? undefined : t.noOrder}
        disabled={disabled}
        onDone={() => change({ spoken: true })}
      >
        {lines.length > 0 && (
          <p className="micro num">{fill(t.estimate, { n: seconds, limit: task.seconds })}</p>
        )}
      </DoneBar>
    </div>
  );
}

const only = (id: string | undefined): string[] => (id === undefined ? [] : [id]);
