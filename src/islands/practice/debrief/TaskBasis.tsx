import type { DebriefViewProps } from '../debrief-props.ts';
import { boardLines, walkLines } from './doctor-lines.ts';
import { pitchLines } from './pitch-lines.ts';
import { deskLines } from './roi-lines.ts';

/** Lines of a criterion whose level rests on a task. */
export function taskLines(props: DebriefViewProps, criterion: string): string[] {
  switch (props.simulator) {
    case 'fab-pitch':
      return pitchLines(props, criterion);
    case 'sales-doctor':
      return criterion === 'diagnosis'
        ? boardLines(props)
        : criterion === 'observation'
          ? walkLines(props)
          : [];
    case 'roi-selling':
      return deskLines(props, criterion);
  }
}

/** What a task decided, line by line. */
export function TaskBasis({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className="task-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
