/** A finished run as the record keeps it, as far as a tree of tries needs it. */
export interface FinishedRun {
  attemptId: string;
  /** Epoch ms. */
  at: number;
  score: number;
  /** Acts made. */
  length: number;
  branchOf?: { attemptId: string; acts: number };
}

/** One line of the tree of tries: a whole run, or what came after the act from which it was tried again. */
export interface Branch extends FinishedRun {
  /** Index of the line it leaves, in the same list; undefined = a run of its own. */
  parent?: number;
  /** Acts shared with the parent. */
  from: number;
  isFirst: boolean;
  isBest: boolean;
}

/**
 * The tree of tries at one scenario and level: the first run, then others in the order they were finished. A branch whose
 * origin is not at hand stands as a run of its own. First = the oldest whole run; best = the highest score, the older of
 * two equals.
 */
export function branchesOf(runs: readonly FinishedRun[]): Branch[] {
  const inOrder = [...runs].sort((a, b) => a.at - b.at);
  const firstId = inOrder.find(({ branchOf }) => !branchOf)?.attemptId ?? inOrder[0]?.attemptId;
  const top = Math.max(...inOrder.map(({ score }) => score));
  const bestId = inOrder.find(({ score }) => score === top)?.attemptId;
  return inOrder.map((run) => {
    const parent = inOrder.findIndex(({ attemptId }) => attemptId === run.branchOf?.attemptId);
    return {
      ...run,
      ...(parent >= 0 && { parent }),
      from: parent >= 0 ? (run.branchOf?.acts ?? 0) : 0,
      isFirst: run.attemptId === firstId,
      isBest: run.attemptId === bestId,
    };
  });
}
