import { useMemo } from 'react';
import { type ComparedRow, compareRuns } from '#core/simulator/debrief/compare.ts';
import { foldRun } from '#core/simulator/engine.ts';
import type { LogEntry } from '#core/simulator/run.ts';
import { fill } from '#core/text/fill.ts';
import { points } from '#core/text/points.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import type { PastRun } from '../past-runs.ts';
import { type LookBack, type Said, saidIn } from './look-back.ts';
import { quoted } from './wording.ts';

interface Props extends DebriefViewProps {
  look: LookBack;
  other: PastRun;
}

/** This run and another one, place by place; what was the same is folded. */
export function SideBySide({ look, other, ...props }: Props) {
  const { scenarioOf, run, score, strings } = props;
  const there = useMemo(() => {
    const plan = { level: other.level, seed: other.seed };
    const scenario = scenarioOf(other.seed);
    const said = saidIn({ ...props, scenario }, plan, other.acts);
    return { run: foldRun(scenario, plan, other.acts), said };
  }, [scenarioOf, other, props]);
  const groups = grouped(compareRuns(run, there.run));
  return (
    <div className="beside">
      <h3>{strings.besideTitle}</h3>
      <p className="beside-heads num">
        <span>
          {strings.here} <b>{points(score.score)}</b>
        </span>
        <span>
          {strings.there} <b>{points(other.score)}</b>
        </span>
      </p>
      <ol>
        {groups.map((rows) => {
          const first = rows[0];
          if (!first) return null;
          if (first.isSame) return <SameRows key={first.key} rows={rows} strings={strings} />;
          return rows.map((row) => (
            <li key={row.key} className="beside-row">
              <Cell {...props} entry={row.a} said={look.said} name={strings.here} />
              <Cell
                {...props}
                entry={row.b}
                said={there.said}
                name={strings.there}
                isOtherLine={row.a !== undefined && row.a.forked !== row.b?.forked && row.b !== undefined}
              />
            </li>
          ));
        })}
      </ol>
    </div>
  );
}

/** Neighbouring rows that are the same together. */
function grouped(rows: readonly ComparedRow[]): ComparedRow[][] {
  const groups: ComparedRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.[0]?.isSame === row.isSame) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

function SameRows({ rows, strings }: { rows: readonly ComparedRow[]; strings: DebriefViewProps['strings'] }) {
  const [a, b] = [rows[0]?.a?.round ?? 0, rows.at(-1)?.a?.round ?? 0];
  return (
    <li className="beside-same small num">{fill(a === b ? strings.sameOne : strings.same, { a, b })}</li>
  );
}

interface CellProps extends Pick<DebriefViewProps, 'strings' | 'moves'> {
  entry: LogEntry | undefined;
  said: Said;
  name: string;
  isOtherLine?: boolean;
}

function Cell({ entry, said, name, isOtherLine = false, moves, strings }: CellProps) {
  if (!entry)
    return (
      <div className="beside-cell">
        <span className="vh">{name}</span>
        <p className="small">{strings.notThere}</p>
      </div>
    );
  const text = said.get(entry.index);
  const kind = entry.act.type.split('.')[0] as keyof typeof strings.tasks;
  return (
    <div className="beside-cell">
      <p className="micro num">
        <span className="vh">{name} </span>
        {fill(strings.round, { n: entry.round })}{' '}
        {entry.move && !entry.move.spokenPitch && moves[entry.move.tag].label}
      </p>
      <p className="serif">
        {text === undefined
          ? strings.tasks[kind === ('run' as never) ? 'leave' : kind]
          : quoted(text, strings)}
      </p>
      <p className="micro num">
        {entry.move && fill(strings.trustAfter, { n: Math.round(entry.trust) })}
        {isOtherLine && strings.comma + strings.otherLine}
      </p>
    </div>
  );
}
