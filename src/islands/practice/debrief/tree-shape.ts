import type { Branch } from '#core/simulator/debrief/branches.ts';

/** Geometry of the tree of tries: a line for each, branches leave their parent at the act from which they were tried again. */

export const WIDTH = 350;
const LEFT = 10;
/** Room for score and word at the end. */
const RIGHT = 74;
const ROW = 46;
const TOP = 34;
const MOST_DOTS = 14;

export interface TreeLine {
  branch: Branch;
  y: number;
  /** From the parent's line to the end. */
  path: string;
  /** Places of its own rounds; thinned out on long runs. */
  dots: readonly number[];
  end: number;
  /** Where it leaves its parent. */
  fork?: { x: number; y: number };
}

export function treeShape(branches: readonly Branch[]): { height: number; lines: readonly TreeLine[] } {
  const longest = Math.max(2, ...branches.map(({ length }) => length));
  const step = (WIDTH - LEFT - RIGHT) / (longest - 1);
  const x = (round: number) => LEFT + (round - 1) * step;
  const lines = branches.map((branch, row): TreeLine => {
    const y = TOP + row * ROW;
    const end = x(branch.length);
    const isChild = branch.parent !== undefined;
    const parentY = TOP + (branch.parent ?? row) * ROW;
    const first = isChild ? branch.from + 1 : 1;
    // It leaves at the round that was done anew, and bends down to its own line.
    const from = x(Math.max(1, branch.from));
    const path = isChild
      ? `M${from} ${parentY}C${from + 18} ${parentY} ${from + 2} ${y} ${Math.max(x(first), from + 18)} ${y}H${end}`
      : `M${LEFT} ${y}H${end}`;
    return {
      branch,
      y,
      path,
      dots: dotsOf(first, branch.length).map(x),
      end,
      ...(isChild && { fork: { x: from, y: parentY } }),
    };
  });
  return { height: TOP + branches.length * ROW - 14, lines };
}

function dotsOf(first: number, last: number): number[] {
  const count = last - first + 1;
  const every = Math.ceil(count / MOST_DOTS);
  return Array.from({ length: Math.max(0, count) }, (_, n) => first + n).filter(
    (round) => (last - round) % every === 0,
  );
}
