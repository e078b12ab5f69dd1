import { fill } from '#core/text/fill.ts';
import type { DebriefViewProps } from '../debrief-props.ts';

interface Props extends Pick<DebriefViewProps, 'principles' | 'strings'> {
  principle: string | undefined;
}

/** The lesson behind a piece of advice; a link once it is written. */
export function Principle({ principle, principles, strings }: Props) {
  const found = principle === undefined ? undefined : principles[principle];
  if (!found) return null;
  const name = fill(strings.lesson, { n: found.lessonNumber, title: found.title });
  return found.url ? (
    <a href={found.url}>{name}</a>
  ) : (
    <span className="lesson-soon">{name + strings.lessonSoon}</span>
  );
}
