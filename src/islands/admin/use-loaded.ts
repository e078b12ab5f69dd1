import { useCallback, useEffect, useState } from 'react';
import type { Told } from '#client/admin/admin-api.ts';

export type Loaded<T> =
  | { status: 'loading' }
  | { status: 'failed'; said: string }
  | { status: 'done'; value: T };

/**
 * Something from the server, asked for when a part opens.
 * @param ask the same function as long as the same is asked.
 */
export function useLoaded<T>(ask: () => Promise<Told<T>>) {
  const [loaded, setLoaded] = useState<Loaded<T>>({ status: 'loading' });
  const load = useCallback(async () => {
    const told = await ask();
    setLoaded(told.status === 'done' ? told : { status: 'failed', said: told.said });
  }, [ask]);
  useEffect(() => {
    let isWanted = true;
    ask().then((told) => {
      if (isWanted) setLoaded(told.status === 'done' ? told : { status: 'failed', said: told.said });
    });
    return () => {
      isWanted = false;
    };
  }, [ask]);
  const put = useCallback((value: T) => setLoaded({ status: 'done', value }), []);
  return { loaded, load, put };
}

/** A list that comes page by page. @param ask with the cursor of the page before; '' = from the beginning. */
export function usePages<Page extends { next?: string }, Item>(
  ask: (after: string) => Promise<Told<Page>>,
  itemsOf: (page: Page) => readonly Item[],
) {
  const [state, setState] = useState<{ pages: readonly Page[]; said?: string; isLoaded: boolean }>({
    pages: [],
    isLoaded: false,
  });
  const get = useCallback(
    async (before: readonly Page[]) => {
      const told = await ask(before.at(-1)?.next ?? '');
      if (told.status === 'done') setState({ pages: [...before, told.value], isLoaded: true });
      else setState({ pages: before, said: told.said, isLoaded: true });
    },
    [ask],
  );
  useEffect(() => void get([]), [get]);
  const { pages, said, isLoaded } = state;
  return {
    pages,
    items: pages.flatMap(itemsOf),
    isLoaded,
    said,
    /** Not while the last try failed: then it is tried again. */
    hasMore: said === undefined && pages.at(-1)?.next !== undefined,
    more: () => get(pages),
    anew: () => get([]),
  };
}
