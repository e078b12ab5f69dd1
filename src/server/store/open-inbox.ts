import type { MistakeStore } from '#server/port/mistake-store.ts';
import { createMistakeRepository } from './mistake-repository.ts';
import { type BesidePlan, openBeside } from './open-beside.ts';

export interface Inbox {
  mistakes: MistakeStore;
  close(): Promise<void>;
}

/** Open the inbox beside a server that may be running. @throws as `openBeside`. */
export async function openInbox(plan: BesidePlan): Promise<Inbox> {
  const { db, close } = await openBeside(plan, 'mistake_report');
  return { mistakes: createMistakeRepository(db), close };
}
