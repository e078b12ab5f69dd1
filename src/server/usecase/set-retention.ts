import { dayNumber, RETENTION_LIMITS, type Retention, type RetentionView } from '#core/admin/admin.ts';
import type { Clock } from '#server/port/clock.ts';
import type { DutyStore } from '#server/port/duty-store.ts';
import type { Actor } from '#server/port/people-store.ts';
import type { RetentionStore } from '#server/port/retention-store.ts';
import { CLEARING } from './clear-old.ts';
import type { Sentence } from './sentence.ts';

export interface SetRetentionPlan {
  retention: RetentionStore;
  duties: DutyStore;
  clock: Clock;
}

/** How long things stay: look at it, look at what a number would do, set it. */
export function createSetRetention({ retention, duties, clock }: SetRetentionPlan) {
  const concernedBy = (learnerDays: number | null) =>
    learnerDays === null ? 0 : retention.concerned(dayNumber(clock.now()) - learnerDays);

  /** @param asked days to count for instead of those that are set; undefined = those. */
  async function view(asked?: number): Promise<RetentionView> {
    const kept = await retention.read();
    const sweptDay = await duties.doneDay(CLEARING);
    const concerned = await concernedBy(asked ?? kept.learnerDays);
    return { ...kept, concerned, ...(sweptDay !== undefined && { sweptDay }) };
  }

  /** @param told how many learners who sets it was told it would concern. @returns more: it would be more than that. */
  async function set(wanted: Retention, told: number, by: Actor): Promise<'done' | 'more'> {
    if ((await concernedBy(wanted.learnerDays)) > told) return 'more';
    await retention.save(wanted, by);
    return 'done';
  }

  return { view, set };
}

export type DaysRead =
  | { status: 'read'; days: number | undefined }
  | { status: 'malformed'; problem: Sentence };

/** @returns days to look at, from a query; undefined when there are none in it. */
export function readAskedDays(query: string): DaysRead {
  const text = new URLSearchParams(query).get('learnerDays');
  if (text === null) return { status: 'read', days: undefined };
  const days = Number(text);
  const [least, most] = RETENTION_LIMITS.learnerDays;
  const isRight = /^\d{1,5}$/.test(text) && days >= least && days <= most;
  return isRight ? { status: 'read', days } : { status: 'malformed', problem: badDays(least, most) };
}

const badDays = (least: number, most: number): Sentence => ({
  zh: `learnerDays要写${least}到${most}之间的整数，单位是天；想看现在的设置，就不写。`,
  en: `learnerDays must be a whole number of days from ${least} to ${most}; leave it out to see what is set.`,
});
