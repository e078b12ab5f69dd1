import { levelReason } from '#core/simulator/debrief/level-reason.ts';
import { type Evidence, evidenceFor } from '#core/simulator/debrief/rubric-evidence.ts';
import { RUBRIC } from '#core/simulator/score/score-run.ts';
import { fill } from '#core/text/fill.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import type { Said } from './look-back.ts';
import { quoted } from './wording.ts';

/** What is said of a criterion. */

type Props = Pick<
  DebriefViewProps,
  'simulator' | 'scenario' | 'run' | 'score' | 'rubric' | 'selfRating' | 'strings'
>;

export interface CriterionWords {
  name: string;
  level: number;
  /** The learner's own rating. */
  self?: number;
  /** Why this level: its line, or what held it down. */
  line: string;
  /** What the next level asks for; none where something else held this one down, or at the top. */
  next?: string;
}

export function criterionWords(props: Props, id: string): CriterionWords | undefined {
  const { scenario, run, score, rubric, selfRating, strings } = props;
  const words = rubric[id];
  if (!words) return undefined;
  const level = score.levels[id] ?? 0;
  const self = selfRating?.[id];
  const reason = levelReason(scenario, run, score, id);
  const next = reason ? undefined : words.levels.slice(level + 1).find((line) => line !== strings.between);
  return {
    name: words.name,
    level,
    ...(self !== undefined && { self }),
    line: reason ? strings.levelReasons[reason] : (words.levels[level] ?? ''),
    ...(next && { next }),
  };
}

/** A self-rating so far off the record is said in words. */
const FAR = 2;

/** One sentence for each criterion rated two levels off or more. */
export function calibrationLines(props: Props): string[] {
  const { calibOver, calibUnder } = props.strings;
  return RUBRIC[props.simulator].flatMap(({ id }) => {
    const words = criterionWords(props, id);
    if (words?.self === undefined || Math.abs(words.self - words.level) < FAR) return [];
    const { name, level, self, line } = words;
    return [fill(self > level ? calibOver : calibUnder, { name, level, self, line })];
  });
}

export interface Quote extends Evidence {
  round: number;
  text: string;
}

/** The learner's own words for a level and against it. */
export function quotesFor(props: Props, said: Said, criterion: string): Quote[] {
  const { simulator, scenario, run, score, strings } = props;
  // What was asked back after a pitch counts only where it held the level down.
  if (simulator === 'fab-pitch' && (criterion === 'benefit' || criterion === 'evidence'))
    if (levelReason(scenario, run, score, criterion) !== 'so-what') return [];
  return evidenceFor(scenario, run, criterion).flatMap((evidence) => {
    const text = said.get(evidence.index);
    const round = run.log[evidence.index]?.round ?? 0;
    return text === undefined ? [] : [{ ...evidence, round, text: quoted(text, strings) }];
  });
}
