import { assign, emit, setup } from 'xstate';
import type { Confidence, Response } from '../model/response.ts';
import type { QuizContext, QuizEvent, QuizFact, QuizPlan } from './quiz.events.ts';
import * as rules from './quiz.rules.ts';

/** Name and version a stored snapshot carries; a change of states or context is a new version. */
export const QUIZ_MACHINE = 'quiz@1';

type Respond = { response: Response };
type Rate = { confidence: Confidence };

/** One attempt at one lesson check. Time enters only as `event.at` (ms since the Unix epoch, UTC). */
export const quizMachine = setup({
  types: {} as { input: QuizPlan; context: QuizContext; events: QuizEvent; emitted: QuizFact; tags: 'open' },
  guards: {
    canStart: ({ context, event }) => rules.canStart(context, event),
    isAcceptable: ({ context, event }) => rules.isAcceptable(context, event),
    canRate: ({ context, event }) => rules.canRate(context, event),
    canCheck: ({ context, event }) => rules.canCheck(context, event),
    closesAttempt: ({ context, event }) => rules.closesAttempt(context, event),
    completesLesson: ({ context, event }) => rules.completesLesson(context, event),
    hasNext: ({ context, event }) => rules.hasNext(context, event),
    isOver: ({ context, event }) => rules.isOver(context, event),
  },
  actions: {
    start: assign(({ context, event }) => rules.start(context, event.at)),
    showNext: assign(({ context, event }) => rules.show(context, context.cursor + 1, event.at)),
    recordResponse: assign(({ context }, { response }: Respond) => rules.putResponse(context, response)),
    recordConfidence: assign(({ context }, { confidence }: Rate) => rules.putConfidence(context, confidence)),
    recordScore: assign(({ context }) => rules.scoreCurrent(context)),
    announceResponse: emit(({ context, event }) => rules.responseFact(context, event.at)),
    announceSubmission: emit(({ context, event }) => rules.submissionFact(context, event.at)),
    announceCompletion: emit(({ context, event }) => rules.completionFact(context, event.at)),
  },
}).createMachine({
  id: 'quiz',
  version: '1',
  initial: 'ready',
  context: ({ input }) => rules.openContext(input),
  states: {
    ready: { on: { 'quiz.start': { guard: 'canStart', actions: 'start', target: 'answering' } } },
    answering: {
      tags: 'open',
      on: {
        'quiz.respond': {
          guard: 'isAcceptable',
          actions: { type: 'recordResponse', params: ({ event }) => event },
        },
        'quiz.rate': {
          guard: 'canRate',
          actions: { type: 'recordConfidence', params: ({ event }) => event },
        },
        'quiz.check': [
          {
            guard: 'completesLesson',
            actions: ['recordScore', 'announceResponse', 'announceSubmission', 'announceCompletion'],
            target: 'reviewing',
          },
          {
            guard: 'closesAttempt',
            actions: ['recordScore', 'announceResponse', 'announceSubmission'],
            target: 'reviewing',
          },
          { guard: 'canCheck', actions: ['recordScore', 'announceResponse'], target: 'reviewing' },
        ],
      },
    },
    reviewing: {
      tags: 'open',
      on: {
        'quiz.next': [
          { guard: 'hasNext', actions: 'showNext', target: 'answering' },
          { guard: 'isOver', target: 'finished' },
        ],
      },
    },
    finished: { type: 'final' },
  },
});
