import type { Bloom, KeyedItem, ObjectiveId } from './item.ts';
import type { Text } from './text.ts';

/** The three cultivations: 心 mindset, 功 inner skills, 网 customer network. */
export type Realm = 'xin' | 'gong' | 'wang';

export interface Objective {
  id: ObjectiveId;
  bloom: Bloom;
  /** Completes "你能…" / "You can …". */
  text: Text;
}

/** A block of a lesson that has an id: what feedback links to, what the outline lists, where a learner stopped. */
export interface LessonBlock {
  id: string;
  title: string;
}

/** Everything a lesson check needs to run without the server; keys included, on purpose (`practice: true`). */
export interface CheckContent {
  v: 1;
  lessonId: string;
  /** Content hash over lesson.yaml, both texts and the items. */
  lessonRevision: string;
  /** Points of the first round that complete the lesson, e.g. 4 of 5. */
  passPoints: number;
  objectives: readonly Objective[];
  items: readonly KeyedItem[];
  /** Everybody's first attempt, drawn at build, so that its first item can stand in the page. */
  opening: {
    seed: string;
    /** Item ids of the first round, in order. */
    shown: readonly string[];
    /** Item ids of the rest of the pool, in drawn order. */
    spare: readonly string[];
  };
}
