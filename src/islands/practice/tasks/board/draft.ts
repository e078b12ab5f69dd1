import type { Act } from '#core/simulator/act.ts';
import type { BoardTask } from '#core/simulator/scenario-task.ts';
import { fill } from '#core/text/fill.ts';

export type SentencePart = 'because' | 'therefore' | 'proof';

export interface BoardDraft {
  kind: 'board';
  /** Finding id → symptom, cause, evidence or aside. */
  placed: Record<string, string>;
  cause: string;
  /** Cause id → the finding that refutes it. */
  refuted: Record<string, string>;
  /** The hypothesis in the learner's words. */
  said: Record<SentencePart, string>;
  phoned: boolean;
  /** Person id → option id. */
  decisions: Record<string, string>;
}

export const START: BoardDraft = {
  kind: 'board',
  placed: {},
  cause: '',
  refuted: {},
  said: { because: '', therefore: '', proof: '' },
  phoned: false,
  decisions: {},
};

/** @param sentence the frame of the hypothesis in the learner's language. */
export function closeBoard(task: BoardTask<string>, draft: BoardDraft, sentence: string): Act {
  const rejected = task.causes
    .map((cause) => cause.id)
    .filter((id) => id !== draft.cause && draft.refuted[id]);
  const isSaid = Object.values(draft.said).some((part) => part.trim());
  return {
    type: 'board.close',
    ...(draft.cause && { cause: draft.cause }),
    evidence: Object.keys(draft.placed).filter((id) => draft.placed[id] === 'evidence'),
    rejected,
    ...(task.decisions && { decisions: draft.decisions }),
    phoned: draft.phoned,
    ...(isSaid && { hypothesis: fill(sentence, trimmed(draft.said)) }),
  };
}

/** The frame brings its own full stop. */
const trimmed = (said: BoardDraft['said']): Record<SentencePart, string> => {
  const bare = (text: string) => text.trim().replace(/[。.，,；;]+$/, '') || '……';
  return { because: bare(said.because), therefore: bare(said.therefore), proof: bare(said.proof) };
};
