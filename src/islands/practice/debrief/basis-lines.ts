import { partsOf } from '#core/simulator/debrief/criterion-parts.ts';
import { acceptedOf, hasTag } from '#core/simulator/score/evidence.ts';
import { fill } from '#core/text/fill.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import { boardLines, walkLines } from './doctor-lines.ts';
import { pitchLines } from './pitch-lines.ts';
import { deskLines } from './roi-lines.ts';
import { sentence } from './wording.ts';

/** Of six. */
const ENOUGH_CONCERNS = 4;

type Props = Pick<DebriefViewProps, 'simulator' | 'scenario' | 'run' | 'strings'>;

/** Lines of a criterion: the parts it counts, and the task it rests on. */
export function basisLines(props: Props, criterion: string): string[] {
  return [...partLines(props, criterion), ...taskLines(props, criterion)];
}

/** Which of the counted parts were said, and which were not. */
function partLines(props: Props, criterion: string): string[] {
  const { scenario, run, strings } = props;
  if (props.simulator === 'sales-doctor' && criterion === 'observation') return [seenLine(props)];
  const parts = partsOf(scenario, run, criterion);
  if (!parts) return [];
  const isConcern = criterion === 'questioning';
  const named = (ids: readonly string[]) =>
    ids.map((id) => strings.parts[id as keyof typeof strings.parts]).join(strings.list);
  const line = (text: string, ids: readonly string[]) =>
    ids.length > 0 ? [sentence(fill(text, { parts: named(ids) }), strings)] : [];
  return [
    ...line(isConcern ? strings.concernsSaid : strings.partsSaid, parts.said),
    ...(isConcern && parts.said.length >= ENOUGH_CONCERNS
      ? []
      : line(isConcern ? strings.concernsMissing : strings.partsMissing, parts.missing)),
  ];
}

/** How much was seen on the spot, and whether data came with a purpose. */
function seenLine({ run, strings }: Props): string {
  const n = Object.values(run.findings).filter((how) => how === 'observed').length;
  const hasData = acceptedOf(run).some(
    (entry) => hasTag(entry, 'data_request') && entry.move.elements.includes('purpose'),
  );
  return sentence(fill(strings.seen, { n, data: hasData ? strings.gotData : strings.noData }), strings);
}

function taskLines(props: Props, criterion: string): string[] {
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
