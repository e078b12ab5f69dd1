import type { NeedStep, Reveal } from './scenario-move.ts';

/** What a reveal names: `need.orders:stated`, `finding.fall@45` or `finding.fall`. */
export type Revealed =
  | { kind: 'need'; id: string; step: NeedStep }
  | { kind: 'finding'; id: string; minTrust: number };

export const NEED_STEPS: readonly NeedStep[] = ['hidden', 'hinted', 'stated', 'confirmed'];

const PARSED = new Map<Reveal, Revealed>();

/**
 * Read a reveal.
 * @throws {RangeError} for anything else: an author's mistake.
 */
export function parseReveal(reveal: Reveal): Revealed {
  let parsed = PARSED.get(reveal);
  if (!parsed) {
    parsed = read(reveal);
    PARSED.set(reveal, parsed);
  }
  return parsed;
}

function read(reveal: Reveal): Revealed {
  const match = /^(?:need\.([\w-]+):(hinted|stated|confirmed)|finding\.([\w-]+)(?:@(\d+))?)$/.exec(reveal);
  if (!match) {
    throw new RangeError(
      `"${reveal}" is no reveal; write need.<id>:stated, finding.<id> or finding.<id>@<trust>`,
    );
  }
  const [, need, step, finding, trust] = match;
  if (need) return { kind: 'need', id: need, step: step as NeedStep };
  return { kind: 'finding', id: finding as string, minTrust: trust === undefined ? -1 : Number(trust) };
}

/** Has the need got at least that far? */
export function isAtLeast(step: NeedStep | undefined, least: NeedStep): boolean {
  return NEED_STEPS.indexOf(step ?? 'hidden') >= NEED_STEPS.indexOf(least);
}

/** `finding.fall` → `fall`. */
export function findingId(name: string): string {
  return name.startsWith('finding.') ? name.slice('finding.'.length) : name;
}
