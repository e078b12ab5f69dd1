import type { ReactNode } from 'react';
import type { LogEntry } from '#core/simulator/run.ts';
import type { Reveal } from '#core/simulator/scenario-move.ts';
import { fill } from '#core/text/fill.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import { type Changes, effectWords } from './deed-words.ts';
import { repliesTo, type Said } from './look-back.ts';
import { quoted } from './wording.ts';

interface Props extends Pick<DebriefViewProps, 'scenario' | 'run' | 'moves' | 'strings'> {
  entry: LogEntry;
  said: Said;
  changes: Changes;
  /** What the best reply would have opened. */
  missed?: readonly Reveal[];
  /** More rows. */
  children?: ReactNode;
}

/** One move as a short list: what one said, what it did. */
export function Deed({ entry, said, changes, missed = [], children, ...props }: Props) {
  const { moves, strings } = props;
  const own = said.get(entry.index);
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
        {effectWords(props, entry, changes, missed)}
      </dd>
      {children}
    </dl>
  );
}
