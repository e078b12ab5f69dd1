import { ownRecord } from '#client/record/own.ts';
import type { Fact } from '#core/model/fact.ts';
import type { Language } from '#core/model/text.ts';
import { inOrder, ofType } from '#core/progress/fact-order.ts';

/** What the learner resolved after a role-play is a reflection under this block id, with the scenario's first lesson. */
const blockOf = (scenarioId: string) => `practice-${scenarioId}`;

/** @returns the sentence kept last; empty when there is none. */
export function transferOf(facts: Iterable<Fact>, scenarioId: string): string {
  const kept = ofType(inOrder(facts), 'reflection.saved');
  return kept.findLast(({ blockId }) => blockId === blockOf(scenarioId))?.text ?? '';
}

/** Keep the sentence; an unchanged one is not kept twice. */
export async function keepTransfer(
  scenarioId: string,
  lessonId: string,
  text: string,
  language: Language,
): Promise<void> {
  const record = await ownRecord();
  if (transferOf(record.facts(), scenarioId) === text) return;
  await record.append([{ type: 'reflection.saved', lessonId, blockId: blockOf(scenarioId), text, language }]);
}
