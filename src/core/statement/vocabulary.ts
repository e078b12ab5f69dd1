import type { Verb } from './statement.ts';

/** Verbs and activity types of ADL's vocabulary, so that any LRS's reports know them. */

const verb = (name: string, zh: string, en = name): Verb => ({
  id: `http://adlnet.gov/expapi/verbs/${name}`,
  display: { 'zh-CN': zh, en },
});

export const VERBS = {
  initialized: verb('initialized', '打开了', 'opened'),
  answered: verb('answered', '作答了'),
  completed: verb('completed', '完成了'),
  passed: verb('passed', '通过了'),
  failed: verb('failed', '没有通过', 'did not pass'),
} as const;

const type = (name: string) => `http://adlnet.gov/expapi/activities/${name}`;

export const TYPES = {
  course: type('course'),
  lesson: type('lesson'),
  interaction: type('interaction'),
  assessment: type('assessment'),
  item: type('cmi.interaction'),
  objective: type('objective'),
  simulation: type('simulation'),
} as const;
