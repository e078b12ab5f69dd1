import { parseFact } from '#core/model/fact.guard.ts';
import type { Fact } from '#core/model/fact.ts';
import { isJson } from '#core/model/is-json.ts';
import type { SetAside } from './change.ts';
import type { Row } from './storage.ts';

/** The guard looks at every field but those of sheets and moves, whose shape is their own. */
const openPartOf = (fact: Fact): unknown =>
  fact.type === 'worksheet.saved' ? fact.fields : fact.type === 'scenario.finished' ? fact.moves : '';

/** Rows of the fact store, told apart: a fact under its own id, or a row to set aside. */
export function sortRows(rows: readonly Row[]): { facts: Fact[]; bad: SetAside[] } {
  const facts: Fact[] = [];
  const bad: SetAside[] = [];
  for (const [key, value] of rows) {
    const fact = parseFact(value);
    if (fact?.id === key && isJson(openPartOf(fact))) facts.push(fact);
    else bad.push({ from: 'facts', key, value, reason: 'unreadable' });
  }
  return { facts, bad };
}
