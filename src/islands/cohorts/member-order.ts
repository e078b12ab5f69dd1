import { overdueOf, type Report, type ReportMember } from '#core/cohort/report.ts';

export const MEMBER_ORDERS = ['joined', 'name', 'least', 'overdue', 'last'] as const;
export type MemberOrder = (typeof MEMBER_ORDERS)[number];

/** A member with what the table shows and sorts by. */
export interface MemberRow {
  member: ReportMember;
  /** Lessons completed. */
  done: number;
  overdue: number;
  /** Place in the outline of the lesson last begun and not completed; the furthest of them. */
  now?: number;
}

/** @param locale for nicknames, e.g. `zh-CN` sorts by pinyin. */
export function memberRows(report: Report, order: MemberOrder, locale: string): MemberRow[] {
  const rows = report.members.map((member) => rowOf(report, member));
  const collator = new Intl.Collator(locale);
  const last = ({ member }: MemberRow) => member.standing.lastAt ?? 0;
  const by: Readonly<Record<MemberOrder, (a: MemberRow, b: MemberRow) => number>> = {
    joined: () => 0,
    name: (a, b) => collator.compare(a.member.nickname, b.member.nickname),
    least: (a, b) => a.done - b.done,
    overdue: (a, b) => b.overdue - a.overdue,
    last: (a, b) => last(a) - last(b),
  };
  return rows.sort(by[order]);
}

function rowOf(report: Report, member: ReportMember): MemberRow {
  const { lessons } = member.standing;
  const now = lessons.findLastIndex((lesson) => lesson !== null && lesson.state !== 'completed');
  return {
    member,
    done: lessons.filter((lesson) => lesson?.state === 'completed').length,
    overdue: overdueOf(report, member).length,
    ...(now >= 0 && { now }),
  };
}
