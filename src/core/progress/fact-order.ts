import type { Fact, FactOf, FactType } from '../model/fact.ts';
import type { Score } from '../model/response.ts';

/** Points are compared within this, so that three thirds are 1. */
export const TINY = 1e-9;

/** Every fact once, earliest first, ids deciding between facts of one moment: what makes a fold the same for any order. */
export function inOrder(facts: Iterable<Fact>): Fact[] {
  const byId = new Map<string, Fact>();
  for (const fact of facts) byId.set(fact.id, fact);
  return [...byId.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** The facts of one type, in the order given. */
export function ofType<T extends FactType>(facts: readonly Fact[], type: T): FactOf<T>[] {
  return facts.filter((fact): fact is FactOf<T> => fact.type === type);
}

/** 0 to 1. */
export const ratioOf = ({ earned, possible }: Score): number => earned / possible;

/** Groups in the order in which their first member came. */
export function groupBy<T>(list: readonly T[], keyOf: (member: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const member of list) {
    const key = keyOf(member);
    const group = groups.get(key);
    if (group) group.push(member);
    else groups.set(key, [member]);
  }
  return groups;
}
