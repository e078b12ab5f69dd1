import type { Clock } from '#server/port/clock.ts';
import type { MistakeStore } from '#server/port/mistake-store.ts';
import { inboxJson, inboxLines } from './inbox-lines.ts';
import type { InboxOrder } from './inbox-order.ts';

/**
 * Do what the operator asked of the inbox.
 * @returns lines for the terminal, and the exit code: 1 when there is no report of that id.
 */
export async function runInbox(
  order: Exclude<InboxOrder, { status: 'refused' }>,
  mistakes: MistakeStore,
  clock: Clock,
): Promise<{ lines: readonly string[]; code: 0 | 1 }> {
  if (order.status === 'done') {
    const done = await mistakes.markDone(order.id, clock.now());
    return { lines: [SAID[done](order.id)], code: done === 'unknown' ? 1 : 0 };
  }
  const kept = await mistakes.list(order.which);
  return { lines: order.json ? [inboxJson(kept)] : inboxLines(kept), code: 0 };
}

const SAID = {
  done: (id: string) => `已处理 / done: ${id}`,
  known: (id: string) => `早已处理过 / was done before: ${id}`,
  unknown: (id: string) =>
    `没有编号为「${id}」的反馈，请照npm run inbox列出的编号完整填写。 / There is no report "${id}". Give the whole id as npm run inbox prints it.`,
};
