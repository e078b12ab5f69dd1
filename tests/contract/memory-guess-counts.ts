import type { GuessCount, GuessCountStore } from '#server/port/guess-count-store.ts';

export function memoryGuessCounts(): GuessCountStore {
  const all = new Map<string, GuessCount>();
  const standing = (name: string, at: number) => {
    const kept = all.get(name);
    return kept && kept.endsAt > at ? [kept] : [];
  };
  return {
    read: async (names, at) => names.flatMap((name) => standing(name, at)),
    add: async (names, { at, endsAt }) =>
      names.map((name) => {
        const [kept] = standing(name, at);
        const next = { name, count: (kept?.count ?? 0) + 1, endsAt: kept?.endsAt ?? endsAt };
        all.set(name, next);
        return next;
      }),
    async sweep(at, most) {
      const over = [...all.values()].filter(({ endsAt }) => endsAt <= at).slice(0, most);
      for (const { name } of over) all.delete(name);
      return over.length;
    },
  };
}
