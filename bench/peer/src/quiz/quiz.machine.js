import { assign, setup } from 'xstate';

/** Points between 0 and 1 for one answer. */
export function score(item, answer) {
  const share = (list, right) => list.filter(right).length / list.length;
  switch (item.type) {
    case 'M':
      return share(item.options, (one) => Boolean(answer[one.id]) === Boolean(one.correct));
    case 'CAT':
      return share(item.cards, (one) => answer[one.id] === one.bin);
    case 'ORD':
      return share(item.cards, (one) => Number(answer[one.id]) === item.cards.indexOf(one) + 1);
    case 'TF':
      return answer.truth === String(item.truth) ? 1 : 0;
    default:
      return item.options.find((one) => one.id === answer.choice)?.correct ? 1 : 0;
  }
}

/** One pass through the items: answer, see feedback, go on. */
export const quizMachine = setup({
  guards: {
    isAnswered: ({ context }) => Object.keys(context.answer).length > 0,
    isLast: ({ context }) => context.index === context.items.length - 1,
  },
  actions: {
    give: assign({ answer: ({ context, event }) => ({ ...context.answer, ...event.part }) }),
    score: assign({
      earned: ({ context }) => context.earned + score(context.items[context.index], context.answer),
    }),
    goOn: assign({ index: ({ context }) => context.index + 1, answer: () => ({}) }),
  },
}).createMachine({
  context: ({ input }) => ({ items: input.items, index: 0, answer: {}, earned: 0 }),
  initial: 'answering',
  states: {
    answering: {
      on: {
        give: { actions: 'give' },
        check: { guard: 'isAnswered', target: 'reviewing', actions: 'score' },
      },
    },
    reviewing: {
      on: {
        next: [
          { guard: 'isLast', target: 'finished' },
          { target: 'answering', actions: 'goOn' },
        ],
      },
    },
    finished: { type: 'final' },
  },
});
