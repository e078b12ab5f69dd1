import type { ReactNode } from 'react';
import type { LogEntry } from '#core/simulator/run.ts';
import type { Reveal } from '#core/simulator/scenario.ts';
import { fill } from '#core/text/fill.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import { repliesTo, type Said } from './look-back.ts';
import { capital, changesOf, quoted, sentence, textsOf } from './wording.ts';

interface Props extends Pick<DebriefViewProps, 'scenario' | 'run' | 'moves' | 'strings'> {
  entry: LogEntry;
  said: Said;
  changes: { trust: number; patience: number; interest: number };
  /** What the best reply would have opened. */
  missed?: readonly Reveal[];
  /** More rows. */
  children?: ReactNode;
}

/** One move as a short list: what one said, what it did. */
export function Deed({ entry, said, changes, missed = [], children, ...props }: Props) {
  const { scenario, moves, strings } = props;
  const own = said.get(entry.index);
  const tell = (text: string, reveals: readonly Reveal[]) =>
    reveals.length > 0 ? [fill(text, { parts: textsOf(scenario, reveals).join(strings.list) })] : [];
  return (
    <dl className="deed">
      <dt>{strings.youSaid}</dt>
      <dd>
        {entry.move && <span className="tag-box">{moves[entry.move.tag].label}</span>}{' '}
        {own && quoted(own, strings)}
      </dd>
      <dt>{strings.itDid}</dt>
      <dd>
        {repliesTo(props, entry.index).map(({ name, line }) => (
          <span className="reply" key={line}>
            {name && fill(strings.theySaid, { name })}
            {line}{' '}
          </span>
        ))}
        {[
          effectOf(entry, changes, strings),
          ...tell(strings.broughtUp, entry.opened),
          ...tell(strings.leftShut, missed),
        ]
          .map((text) => sentence(capital(text), strings))
          .join(strings.space)}
      </dd>
      {children}
    </dl>
  );
}

function effectOf(
  { codes, hesitates }: LogEntry,
  changes: Props['changes'],
  strings: DebriefViewProps['strings'],
): string {
  const parts = [
    changesOf(changes, strings) || strings.noChange,
    ...(codes.length > 0 ? [fill(strings.coded, { codes: codes.join(strings.list) })] : []),
    ...(hesitates ? [strings.hesitated] : []),
  ];
  return parts.join(strings.comma);
}
