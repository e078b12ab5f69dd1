import type { Act } from './act.ts';
import type { Judged } from './judged.ts';
import type { LogEntry, Run } from './run.ts';
import { trustOf } from './values.ts';

/** Where in the run an act happens. */
export interface Place {
  stageId: string;
  turnId?: string;
  forked?: boolean;
}

/** Where and when, of any act; the values are those before it. */
export function entryOf(run: Run, act: Act, { stageId, turnId, forked }: Place): LogEntry {
  return {
    index: run.log.length,
    act,
    stageId,
    visit: run.visit,
    ...(run.person !== undefined && { person: run.person }),
    ...(turnId !== undefined && { turnId }),
    round: run.log.length + 1,
    ...(forked && { forked }),
    before: run.values,
    values: run.values,
    trust: trustOf(run.values),
    opened: [],
    flags: [],
    codes: [],
    ...(run.lineOpened.length > 0 && { lineOpened: run.lineOpened }),
  };
}

/** The move part of an entry. */
export function moveOf(judged: Judged): NonNullable<LogEntry['move']> {
  const { tag, topic, quality, elements, also, concern, optionId, spokenPitch } = judged;
  return {
    tag,
    topic,
    quality,
    elements,
    ...(also && { also }),
    ...(concern && { concern }),
    ...(optionId && { optionId }),
    ...(spokenPitch && { spokenPitch }),
  };
}

/** The run with one more entry; values of the person on stage are kept with those of the others. */
export function record(run: Run, entry: LogEntry): Run {
  const { values, person } = run;
  const persons = person === undefined ? run.persons : { ...run.persons, [person]: values };
  return { ...run, persons, log: [...run.log, { ...entry, values, trust: trustOf(values) }] };
}
