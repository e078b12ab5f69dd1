interface Waiting<Job, Result> {
  job: Job;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

export interface GroupCommitPlan<Job, Result> {
  /** Does all jobs of a group durably, or none of them. @returns one result for each, in order. */
  run: (jobs: readonly Job[]) => Promise<readonly Result[]>;
  /** What one job weighs; a group takes no more once it weighs `mostPerGroup`. */
  weigh: (job: Job) => number;
  mostPerGroup: number;
  /** Would the same error have come for any other job too? Then the others are not tried one by one. */
  isEverybodys: (error: unknown) => boolean;
}

/**
 * Let everybody who waits at the same moment share one commit: a disk that syncs a thousand times a second then saves for
 * many thousand. One group is under way at a time; who comes meanwhile forms the next.
 */
export function createGroupCommit<Job, Result>(plan: GroupCommitPlan<Job, Result>) {
  let waiting: Waiting<Job, Result>[] = [];
  let isRunning = false;

  const work = async () => {
    while (waiting.length) await runGroup(plan, takeGroup());
    isRunning = false;
  };
  const takeGroup = () => {
    let weight = 0;
    let count = 0;
    while (count < waiting.length && weight < plan.mostPerGroup) {
      weight += plan.weigh((waiting[count] as Waiting<Job, Result>).job);
      count += 1;
    }
    const group = waiting.slice(0, count);
    waiting = waiting.slice(count);
    return group;
  };

  /** Wait as long as each turn of the event loop brings more: requests that come together are then saved together. */
  const collect = (before: number) => {
    setImmediate(() =>
      waiting.length > before && waiting.length < plan.mostPerGroup ? collect(waiting.length) : work(),
    );
  };

  return (job: Job): Promise<Result> =>
    new Promise((resolve, reject) => {
      waiting.push({ job, resolve, reject });
      if (isRunning) return;
      isRunning = true;
      collect(0);
    });
}

async function runGroup<Job, Result>(
  plan: GroupCommitPlan<Job, Result>,
  group: readonly Waiting<Job, Result>[],
): Promise<void> {
  try {
    const results = await plan.run(group.map(({ job }) => job));
    group.forEach(({ resolve }, index) => void resolve(results[index] as Result));
  } catch (error) {
    if (group.length === 1 || plan.isEverybodys(error)) for (const { reject } of group) reject(error);
    // One bad job must not cost the others their save.
    else for (const one of group) await runGroup(plan, [one]);
  }
}
