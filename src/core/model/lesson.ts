import type { Bloom, ObjectiveId, Status } from './item.ts';
import type { Text } from './text.ts';

/** The three cultivations: 心 mindset, 功 inner skills, 网 customer network. */
export type Realm = 'xin' | 'gong' | 'wang';

/** A lesson's place in the course, known before it is written. */
export interface LessonEntry {
  id: string;
  /** 1–36; the capstone has none. */
  number: number;
  /** One Han character, unique in the course: the lesson's cell on the map. */
  glyph: string;
  title: Text;
  /** Short name under the cell; `|` marks where the line may break. */
  caption: Text;
  minutes: number;
  /** The question or line that opens the lesson, shown beside "continue". */
  hook: Text;
}

export interface ModuleEntry {
  id: string;
  realm: Realm;
  title: Text;
  /** 修炼一, 修炼二, 修炼三 */
  ordinal: Text;
  /** What the learner can do after it. */
  outcome: Text;
  lessons: readonly LessonEntry[];
}

export interface Objective {
  id: ObjectiveId;
  bloom: Bloom;
  /** "You can …", without the "you can". */
  text: Text;
}

/** A block of a lesson that has an id: what feedback links to and what the outline lists. */
export interface BlockEntry {
  id: string;
  title: string;
}

/** What one page needs to know of a written lesson besides its text. */
export interface LessonHead {
  id: string;
  number: number;
  moduleId: string;
  status: Status;
  /** Content hash over both languages and the items. */
  revision: string;
  objectives: readonly Objective[];
  /** Points of 5 needed to complete the lesson. */
  passPoints: number;
}
