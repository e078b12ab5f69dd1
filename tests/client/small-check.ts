import type { KeyedItem } from '#core/model/item.ts';
import type { CheckContent } from '#core/model/lesson.ts';

const text = (zh: string) => ({ zh, en: zh });

/** Option `right` earns the point, `wrong` nothing. */
function item(n: number, objective: string, type: 'S' | 'SCN' = 'S'): KeyedItem {
  const base = {
    id: `m0-small.q${n}`,
    revision: 'i1',
    lessonId: 'm0-small',
    objective,
    bloom: 'Ap' as const,
    status: 'live' as const,
    stem: text(`q${n}`),
    block: `block-${objective.toLowerCase()}`,
    extension: text('more'),
  };
  const options = ['right', 'wrong'].map((id) => ({ id, text: text(id), feedback: text(id) }));
  return type === 'S'
    ? { ...base, type, options: options.map((option) => ({ ...option, correct: option.id === 'right' })) }
    : {
        ...base,
        type,
        options: options.map((option) => ({ ...option, credit: option.id === 'right' ? 1 : 0 })),
      };
}

const idOf = (n: number) => item(n, 'O1', 'S').id;

/** A pool of ten items over two objectives; an attempt shows five, four points pass. */
export const smallCheck: CheckContent = {
  v: 1,
  lessonId: 'm0-small',
  lessonRevision: 'r1',
  passPoints: 4,
  objectives: ['O1', 'O2'].map((id) => ({ id, bloom: 'Ap', text: text(id) })),
  items: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => item(n, n % 2 ? 'O1' : 'O2', n > 8 ? 'SCN' : 'S')),
  opening: { seed: 'r1/0', shown: [1, 2, 3, 4, 9].map(idOf), spare: [5, 6, 7, 8, 10].map(idOf) },
};
