import { useId } from 'react';
import type { Branch } from '#core/simulator/debrief/branches.ts';
import { fill } from '#core/text/fill.ts';
import { points } from '#core/text/points.ts';
import type { DebriefStrings } from '#i18n/practice-debrief.ts';
import { treeShape, WIDTH } from './tree-shape.ts';
import { nameOfTry } from './tries.ts';

interface Props {
  branches: readonly Branch[];
  ownId: string;
  strings: DebriefStrings;
}

/** Tries as lines: rings for the first, dots for the others, the score at the end, the best one bold. */
export function TreeFigure({ branches, ownId, strings }: Props) {
  const id = useId();
  const { height, lines } = treeShape(branches);
  const told = branches
    .map(
      (branch) =>
        `${nameOfTry(branch, branches, strings)} ${fill(strings.tryScore, { n: points(branch.score) })}`,
    )
    .join(strings.list);
  return (
    <svg className="tree" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{strings.triesTitle}</title>
      <desc id={`${id}d`}>{fill(strings.triesText, { n: branches.length, tries: told })}</desc>
      {lines.map(({ branch, path }) => (
        <path key={branch.attemptId} className={branch.isFirst ? 'tree-line first' : 'tree-line'} d={path} />
      ))}
      {lines.map(({ branch, y, dots, end, fork }) => (
        <g key={branch.attemptId} className={branch.isBest ? 'tree-try best' : 'tree-try'}>
          {fork && <circle className="tree-fork" cx={fork.x} cy={fork.y} r="6.5" />}
          {dots.map((x) => (
            <circle key={x} className={branch.isFirst ? 'tree-ring' : 'tree-dot'} cx={x} cy={y} r="4.2" />
          ))}
          <text x={end + 11} y={y - 1}>
            {points(branch.score)}
          </text>
          <text className="tree-word" x={end + 11} y={y + 15}>
            {wordOf(branch, branch.attemptId === ownId, strings)}
          </text>
          {branch.branchOf && fork && (
            <text className="tree-word" x={fork.x} y={fork.y - 13} textAnchor="middle">
              {fill(strings.round, { n: branch.branchOf.acts + 1 })}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

function wordOf(
  { isFirst, isBest }: Branch,
  isOwn: boolean,
  { tryFirst, best, here }: DebriefStrings,
): string {
  if (isFirst) return tryFirst;
  return isBest ? best : isOwn ? here : '';
}
