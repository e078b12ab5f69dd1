import type { LogEntry } from '#core/simulator/run.ts';
import type { Reveal } from '#core/simulator/scenario-move.ts';
import { fill } from '#core/text/fill.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import { capital, changesOf, sentence, textsOf } from './wording.ts';

/** Changes by one move, in points. */
export interface Changes {
  trust: number;
  patience: number;
  interest: number;
}

/**
 * What a move did: values, codes, what came out.
 * @param missed what the best reply would have brought besides.
 */
export function effectWords(
  { scenario, strings }: Pick<DebriefViewProps, 'scenario' | 'strings'>,
  { opened, codes, hesitates }: LogEntry,
  changes: Changes,
  missed: readonly Reveal[],
): string {
  const told = (text: string, reveals: readonly Reveal[]) =>
    reveals.length > 0 ? [fill(text, { parts: textsOf(scenario, reveals).join(strings.semicolon) })] : [];
  const did = [
    changesOf(changes, strings) || strings.noChange,
    ...(codes.length > 0 ? [fill(strings.coded, { codes: codes.join(strings.list) })] : []),
    ...(hesitates ? [strings.hesitated] : []),
  ].join(strings.comma);
  // A need only hinted at has not come out yet.
  const out = opened.filter((reveal) => !reveal.endsWith(':hinted'));
  return [did, ...told(strings.broughtUp, out), ...told(strings.leftShut, missed)]
    .map((text) => sentence(capital(text), strings))
    .join(strings.space);
}
