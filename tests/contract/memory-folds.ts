/** Folds for reports in a few lines of memory. */
import type { FoldKept, FoldStore } from '#server/port/fold-store.ts';

export interface Foldable {
  seq: number;
  /** Facts up to here were looked at; how often earlier ones began or ceased to count. */
  checked: number;
  recounts: number;
  fold?: FoldKept;
}

export function memoryFolds(all: ReadonlyMap<string, Foldable>): FoldStore {
  const fits = ({ fold, recounts }: Foldable, version: string) =>
    fold?.version === version && fold.recounts === recounts ? fold : undefined;
  return {
    find: async (learnerIds, version) =>
      [...learnerIds].sort().flatMap((learnerId) => {
        const own = all.get(learnerId);
        if (!own) return [];
        const { seq, checked, recounts } = own;
        const fold = fits(own, version);
        return {
          ...{ learnerId, factSeq: seq, checkedSeq: checked, recounts },
          ...(fold && { fold: { seq: fold.seq, json: fold.json } }),
        };
      }),
    async keep(kept) {
      const own = all.get(kept.learnerId);
      if (own?.recounts !== kept.recounts) return false;
      if ((fits(own, kept.version)?.seq ?? -1) <= kept.seq) own.fold = kept;
      return true;
    },
  };
}
