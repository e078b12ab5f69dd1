import { type ComponentType, useEffect, useReducer } from 'react';
import type { ItemType } from '#core/model/item.ts';
import type { OutcomeProps } from './OutcomePanel.tsx';
import { MultipleView, SingleView } from './views/ChoiceView.tsx';
import type { ItemViewProps } from './views/item-view.ts';
import { TrueFalseView } from './views/TrueFalseView.tsx';

/** What an attempt shows, by item type; `outcome` is its end. */
type ViewName = ItemType | 'outcome';
type ViewOf<N extends ViewName> = ComponentType<N extends 'outcome' ? OutcomeProps : ItemViewProps<ItemType>>;

/** Views that are here: those that can open a check come with it, each other one is fetched when an attempt needs it. */
const views: Partial<Record<ViewName, unknown>> = {
  S: SingleView,
  SCN: SingleView,
  M: MultipleView,
  TF: TrueFalseView,
};

const loaders: Partial<Record<ViewName, () => Promise<unknown>>> = {
  CAT: () => import('./views/CategoriseView.tsx').then((module) => module.CategoriseView),
  MAT: () => import('./views/CategoriseView.tsx').then((module) => module.MatchView),
  ORD: () => import('./views/OrderView.tsx').then((module) => module.OrderView),
  NUM: () => import('./views/NumericView.tsx').then((module) => module.NumericView),
  TXT: () => import('./views/ShortTextView.tsx').then((module) => module.ShortTextView),
  HOT: () => import('./views/HotView.tsx').then((module) => module.HotView),
  outcome: () => import('./OutcomePanel.tsx').then((module) => module.OutcomePanel),
};

/** Resolves when a view is here, or cannot be had. */
export async function fetchView(name: ViewName): Promise<void> {
  try {
    views[name] ??= await loaders[name]?.();
  } catch {
    // Without a network: asked for again when it is shown.
  }
}

/**
 * @returns a view; undefined while it is on its way. The cast is the one place where a name and its view are tied
 *          together, which the type system cannot follow through one map.
 */
export function useView<N extends ViewName>(name: N): ViewOf<N> | undefined {
  const [, refresh] = useReducer((count: number) => count + 1, 0);
  const found = views[name] as ViewOf<N> | undefined;
  // Also when it came between this rendering and its effect: else nobody would look again.
  useEffect(() => {
    if (!found) void fetchView(name).then(refresh);
  }, [name, found]);
  return found;
}
