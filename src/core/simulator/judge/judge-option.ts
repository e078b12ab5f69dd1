import { playedOption } from '../forks.ts';
import type { Judged } from '../judged.ts';
import { findingId } from '../reveal.ts';
import type { Run, RunPlan } from '../run.ts';
import type { Option, Turn } from '../scenario.ts';

/** Level 1: an option is what its author says it is; what it builds on must be there, else it is only ok. */
export function judgeOption<T>(plan: RunPlan, run: Run, turn: Turn<T>, optionId: string): Judged {
  const written = turn.options.find(({ id }) => id === optionId);
  if (!written) throw new RangeError(`${turn.id} has no option "${optionId}"`);
  const option = playedOption(turn, written, plan);
  return { ...effectsOf(option), quality: lacks(option, run) ? 'ok' : option.quality };
}

/** All that an option brings. */
export function effectsOf<T>(option: Option<T>): Judged {
  const {
    id,
    tag,
    topic,
    quality,
    elements = [],
    also,
    concern,
    opens,
    flags,
    code,
    commit,
    effects,
  } = option;
  return {
    tag,
    topic,
    quality,
    elements,
    optionId: id,
    ...(also && { also }),
    ...(concern && { concern }),
    ...(opens && { opens }),
    ...(flags && { flags }),
    ...(code && { code }),
    ...(commit && { commit }),
    ...(effects && { effects }),
  };
}

/** Is an expert option short of a finding or flag that it needs? */
export function lacks<T>({ quality, needs = [] }: Option<T>, run: Run): boolean {
  const isThere = (name: string) =>
    name.startsWith('finding.') ? Object.hasOwn(run.findings, findingId(name)) : run.flags.includes(name);
  return quality === 'expert' && !needs.every(isThere);
}
