import { dayOf } from '#client/cohort/due-day.ts';
import type { Report, ReportMember } from '#core/cohort/report.ts';
import { fill } from '#core/text/fill.ts';
import type { CohortsProps } from './cohorts-props.ts';
import { memberRows } from './member-order.ts';
import { lessonName } from './wording.ts';

type Naming = Pick<CohortsProps, 'strings' | 'lessons' | 'scenarios'>;

/**
 * The report as a table: one line for each learner, a column for each lesson's state and checks, each objective, each
 * role-play. Days are `2026-12-01` by the calendar of whoever exports; what is not there is an empty cell.
 */
export function csvRows(report: Report, naming: Naming): string[][] {
  const { csvHeads: h } = naming.strings;
  const heads = [
    h.who,
    h.joined,
    h.last,
    h.done,
    h.overdue,
    ...lessonHeads(report, naming),
    ...playHeads(report, naming),
  ];
  const rows = memberRows(report, 'joined', 'zh-CN').map(({ member, done, overdue }) => {
    const { lastAt } = member.standing;
    return [
      member.nickname,
      dayOf(member.joinedAt),
      lastAt === undefined ? '' : dayOf(Math.min(lastAt, report.at)),
      String(done),
      String(overdue),
      ...lessonCells(report, member, naming),
      ...playCells(member, naming),
    ];
  });
  return [heads, ...rows];
}

function lessonHeads({ outline }: Report, { strings, lessons }: Naming): string[] {
  const { csvHeads: h, goals } = strings;
  return outline.lessons.flatMap(({ id, objectives }) => {
    const known = lessons.find((one) => one.id === id);
    const lesson = known ? lessonName(known, strings) : id;
    const own = objectives.map((_, index) =>
      fill(h.goal, { lesson, goal: fill(goals.goal, { n: index + 1 }) }),
    );
    return [fill(h.state, { lesson }), fill(h.first, { lesson }), fill(h.best, { lesson }), ...own];
  });
}

function lessonCells({ outline }: Report, { standing }: ReportMember, { strings }: Naming): string[] {
  return outline.lessons.flatMap(({ objectives }, place) => {
    const lesson = standing.lessons[place];
    const state = strings.goals.states[lesson?.state ?? 'new'];
    const own = objectives.map((_, index) => cell(lesson?.mastery[index]));
    return [state, cell(lesson?.first), cell(lesson?.best), ...own];
  });
}

function playHeads({ outline }: Report, { strings, scenarios }: Naming): string[] {
  const { csvHeads: h } = strings;
  return outline.scenarios.flatMap(({ id }) => {
    const play = scenarios.find((one) => one.id === id)?.title ?? id;
    return [h.playFirst, h.playBest, h.playPassed, h.playCodes].map((head) => fill(head, { play }));
  });
}

function playCells({ standing }: ReportMember, { strings }: Naming): string[] {
  const { csvHeads: h } = strings;
  return standing.scenarios.flatMap((run) =>
    run
      ? [cell(run.first), cell(run.best), run.passedAt === undefined ? h.no : h.yes, run.codes.join(' ')]
      : ['', '', '', ''],
  );
}

const cell = (value: number | null | undefined): string => (value == null ? '' : String(value));
