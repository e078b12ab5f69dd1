/**
 * A fact as others read it: an xAPI statement, version 1.0.3, with only the properties we send. `stored`, `authority` and
 * `version` are the LRS's to set, and an answer key is never sent (`correctResponsesPattern`).
 * @see xAPI 1.0.3, part two, 2.4.
 */
export interface Statement {
  /** A UUID, the same whenever and wherever the fact is turned into a statement. */
  id: string;
  actor: Actor;
  verb: Verb;
  object: Activity;
  result?: Result;
  context: Context;
  /** ISO 8601, UTC, to the millisecond. */
  timestamp: string;
}

/** A learner by a number without a name (§2.4.2.4 asks for an opaque one where a person should not be known). */
export interface Actor {
  objectType: 'Agent';
  account: { homePage: string; name: string };
}

/** By RFC 5646; `zh` alone says too little (§4.2). */
export type LanguageMap = Readonly<Record<'zh-CN' | 'en', string>>;

export interface Verb {
  id: string;
  display: LanguageMap;
}

export interface Activity {
  objectType: 'Activity';
  id: string;
  definition: { type: string; interactionType?: InteractionType };
}

export type InteractionType = 'true-false' | 'choice' | 'fill-in' | 'matching' | 'sequencing' | 'numeric';

/** Keys are addresses under our origin. */
export type Extensions = Readonly<Record<string, string | number | readonly string[]>>;

export interface Result {
  score?: { scaled: number; raw: number; min: 0; max: number };
  success?: boolean;
  completion?: boolean;
  /** In the format of the interaction type. */
  response?: string;
  /** ISO 8601, in seconds. */
  duration?: string;
  extensions?: Extensions;
}

export interface Context {
  /** The attempt, as a UUID. */
  registration?: string;
  contextActivities: Readonly<Partial<Record<'parent' | 'grouping' | 'other', readonly Activity[]>>>;
  revision: string;
  platform: 'Sanxiu';
  language: 'zh-CN' | 'en';
  extensions?: Extensions;
}
