import { shuffle } from '../../model/random.ts';
import { findingId } from '../reveal.ts';
import type { Run } from '../run.ts';
import type { Task } from '../scenario-task.ts';

/** A task with its cards mixed; of the data room without what is known already. Spots of a walk stay where they are. */
export function dealt<T>(task: Task<T>, run: Run, seed: string): Task<T> {
  const mix = <M>(list: readonly M[], pile: string) => shuffle(list, `${seed}/${task.id}/${pile}`);
  switch (task.kind) {
    case 'pitch':
      return {
        ...task,
        features: mix(task.features, 'features'),
        advantages: mix(task.advantages, 'advantages'),
        benefits: mix(task.benefits, 'benefits'),
        evidence: mix(task.evidence, 'evidence'),
      };
    case 'advert':
      return { ...task, cards: mix(task.cards, 'cards') };
    case 'board':
      return { ...task, causes: mix(task.causes, 'causes') };
    case 'dataroom': {
      const isKnown = (opens: string | undefined) =>
        opens !== undefined && Object.hasOwn(run.findings, findingId(opens));
      return {
        ...task,
        items: mix(
          task.items.filter(({ opens }) => !isKnown(opens)),
          'items',
        ),
      };
    }
    default:
      return task;
  }
}
